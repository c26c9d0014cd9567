package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.Ipv4Address;
import dev.interleave.drivers.network.frame.MacAddress;
import java.time.Duration;

/**
 * The other host. Over the {@code udp} backend only its name and address are used.
 *
 * @param name how requests call it
 * @param address its IPv4 address
 * @param mac its Ethernet address, unicast
 * @param turnaround how long it takes to answer a frame
 */
public record Peer(String name, String address, String mac, Duration turnaround) {

  /**
   * @throws IllegalArgumentException when an address is none
   */
  public Peer {
    Ipv4Address.parse(address);
    MacAddress.parse(mac);
  }
}
