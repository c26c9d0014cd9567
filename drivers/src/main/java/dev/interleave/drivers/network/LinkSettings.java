package dev.interleave.drivers.network;

import dev.interleave.kernel.config.Bytes;
import dev.interleave.kernel.config.Range;
import java.time.Duration;

/**
 * A link, the same in both directions. Frames are serialised one after the other at {@code rate},
 * then travel at the same time.
 *
 * @param latency from the last bit sent to the last bit received
 * @param jitter the most that is added to the latency, uniformly; never reorders frames
 * @param rate in bits a second, at most 10^12
 * @param loss the probability that a frame is lost
 * @param reorder the probability that a frame is held up by {@code reorderDelay}, so that later
 *     ones overtake it
 * @param reorderDelay how long such a frame is held up
 * @param mtu the longest IPv4 packet, from 576 (RFC 791) to 65535 bytes
 */
public record LinkSettings(
    Duration latency,
    Duration jitter,
    @Range(min = 1, max = 1e12) long rate,
    @Range(min = 0, max = 1) double loss,
    @Range(min = 0, max = 1) double reorder,
    Duration reorderDelay,
    Bytes mtu) {

  /**
   * @throws IllegalArgumentException when the MTU is impossible
   */
  public LinkSettings {
    if (mtu.count() < 576 || mtu.count() > 65535) {
      throw new IllegalArgumentException("mtu must be from 576 B to 65535 B, not " + mtu);
    }
  }
}
