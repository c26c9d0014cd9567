package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.Ipv4Address;
import dev.interleave.drivers.network.frame.MacAddress;

/** A host on the link, by both of its addresses. */
record Station(MacAddress mac, Ipv4Address address) {

  /**
   * The station with the addresses that these texts write.
   *
   * @throws IllegalArgumentException when they are none
   */
  static Station of(String mac, String address) {
    return new Station(MacAddress.parse(mac), Ipv4Address.parse(address));
  }
}
