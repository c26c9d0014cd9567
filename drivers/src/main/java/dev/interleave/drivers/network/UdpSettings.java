package dev.interleave.drivers.network;

import dev.interleave.kernel.config.Range;

/**
 * The ports on the loopback interface of the host machine that carry frames.
 *
 * @param localPort where this process receives
 * @param peerPort where the other process receives
 */
public record UdpSettings(
    @Range(min = 1, max = 65535) int localPort, @Range(min = 1, max = 65535) int peerPort) {

  /**
   * @throws IllegalArgumentException when both are the same
   */
  public UdpSettings {
    if (localPort == peerPort) {
      throw new IllegalArgumentException("peer-port must differ from local-port, " + localPort);
    }
  }
}
