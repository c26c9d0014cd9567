package dev.interleave.kernel;

import java.time.Duration;

/**
 * What follows a crash of a driver: it is restarted after {@code backoff}, then twice as long each
 * time up to {@code maxBackoff}; after {@code limit} restarts it stays down.
 *
 * @param limit how many restarts a run allows; 0 is none
 * @param backoff the first wait, in device time
 * @param maxBackoff the longest wait
 */
public record RestartSettings(int limit, Duration backoff, Duration maxBackoff) {

  /** Ten restarts, after 1 ms at first and 1 s at most. */
  public static final RestartSettings DEFAULT =
      new RestartSettings(10, Duration.ofMillis(1), Duration.ofSeconds(1));

  public RestartSettings {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be at least 0, not " + limit);
    }
    if (maxBackoff.compareTo(backoff) < 0) {
      throw new IllegalArgumentException("max-backoff must not be less than backoff");
    }
  }
}
