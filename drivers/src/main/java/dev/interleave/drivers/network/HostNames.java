package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.Ipv4Address;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The hosts that have names here: the peer and this card itself. */
final class HostNames {

  private final Map<String, Ipv4Address> addresses = new LinkedHashMap<>();

  HostNames(NetworkDriver settings, String self) {
    addresses.put(settings.peer().name(), Ipv4Address.parse(settings.peer().address()));
    addresses.putIfAbsent(self, Ipv4Address.parse(settings.address()));
  }

  /** The address of a name or of a dotted address; empty when it is neither. */
  Optional<Ipv4Address> address(String host) {
    Ipv4Address known = addresses.get(host);
    return known == null ? dotted(host) : Optional.of(known);
  }

  /** Why {@link #address} found nothing. */
  String unknown(String host) {
    return "unknown host '"
        + host
        + "' (known: "
        + String.join(", ", addresses.keySet())
        + "; or an address such as "
        + addresses.values().iterator().next()
        + ")";
  }

  /** The name of {@code address}, or itself when it has none. */
  String name(Ipv4Address address) {
    return addresses.entrySet().stream()
        .filter(entry -> entry.getValue().equals(address))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(address.toString());
  }

  private static Optional<Ipv4Address> dotted(String host) {
    try {
      return Optional.of(Ipv4Address.parse(host));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
