package dev.interleave.kernel;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the kernel treats a task and its children; what a setting means to a policy is the policy's.
 *
 * @param priority larger is more urgent; 0 by default
 * @param weight the share that proportional policies give; at least 1
 * @param deadline relative to the release of a message, for policies that know deadlines
 * @param mailbox how many messages may wait and what happens to the next one
 * @param costs CPU time that a message of a type costs before its handler runs, by the kebab-case
 *     name of its record
 * @param restart what follows a crash
 */
public record TaskSettings(
    int priority,
    long weight,
    Optional<Duration> deadline,
    MailboxSettings mailbox,
    Map<String, Duration> costs,
    RestartSettings restart) {

  /** What a task has when its scenario says nothing. */
  public static final TaskSettings DEFAULT =
      new TaskSettings(
          0, 1, Optional.empty(), MailboxSettings.DEFAULT, Map.of(), RestartSettings.DEFAULT);

  public TaskSettings {
    if (weight < 1) {
      throw new IllegalArgumentException("weight must be at least 1, not " + weight);
    }
  }
}
