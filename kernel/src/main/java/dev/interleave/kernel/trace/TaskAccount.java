package dev.interleave.kernel.trace;

/**
 * What one task has used so far.
 *
 * @param name the task: a component, or a child as {@code component.child}
 * @param state {@code running}, {@code ready} (waits for a core), {@code idle} (waits for a
 *     message) or {@code stopped}
 * @param cpuNanos CPU time served
 * @param turns messages handled
 * @param waitedP50Nanos median time from being ready to getting a core
 * @param waitedP99Nanos 99th percentile of the same
 * @param mailbox messages waiting now
 * @param mailboxMax the most that ever waited
 * @param drops messages that this task's mailbox refused or lost
 */
public record TaskAccount(
    String name,
    String state,
    long cpuNanos,
    long turns,
    long waitedP50Nanos,
    long waitedP99Nanos,
    int mailbox,
    int mailboxMax,
    long drops) {}
