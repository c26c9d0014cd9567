package dev.interleave.drivers.network.frame;

/** The checksum of IPv4, ICMP and UDP: the complement of the one's complement sum (RFC 1071). */
final class InternetChecksum {

  private long sum;

  /**
   * Adds {@code octets}; an odd one at the end counts as if a zero followed, so only the last part
   * may be of odd length.
   */
  public InternetChecksum add(Octets octets) {
    int even = octets.size() & ~1;
    for (int i = 0; i < even; i += 2) {
      sum += octets.number(i);
    }
    if (even < octets.size()) {
      sum += (long) octets.octet(even) << 8;
    }
    return this;
  }

  /** The checksum of all that was added; 0 when that contains its own right checksum. */
  public int value() {
    long folded = sum;
    while (folded > 0xffff) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) ~folded & 0xffff;
  }

  /** Whether {@code octets}, which contain their checksum, are as they were sent. */
  static boolean holds(Octets octets) {
    return new InternetChecksum().add(octets).value() == 0;
  }
}
