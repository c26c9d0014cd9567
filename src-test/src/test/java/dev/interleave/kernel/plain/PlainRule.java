package dev.interleave.kernel.plain;

/**
 * What a policy is.
 *
 * @param urgentFirst whether priorities count, and then the order of messages
 * @param preempts whether a more urgent task takes a core at once
 * @param quantum 0 is without end
 */
record PlainRule(boolean urgentFirst, boolean preempts, long quantum) {}
