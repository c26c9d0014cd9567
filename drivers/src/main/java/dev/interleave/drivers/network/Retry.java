package dev.interleave.drivers.network;

import dev.interleave.kernel.config.Positive;
import dev.interleave.kernel.config.Range;
import java.time.Duration;

/**
 * When what was not answered is sent again: after {@code timeout}, then after twice as long each
 * time.
 *
 * @param timeout the first wait
 * @param attempts how often it is sent in all
 */
public record Retry(@Positive Duration timeout, @Range(min = 1, max = 20) int attempts) {

  /** How long to wait after the attempt with that number, from 1. */
  Duration waitAfter(int attempt) {
    return timeout.multipliedBy(1L << (attempt - 1));
  }
}
