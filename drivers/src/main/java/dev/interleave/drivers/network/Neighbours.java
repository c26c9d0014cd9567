package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.Ipv4Address;
import dev.interleave.drivers.network.frame.MacAddress;
import dev.interleave.drivers.network.frame.Octets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who has which address on the link, found out by ARP when somebody needs it. Not threadsafe. */
final class Neighbours {

  /** What waits for an address. */
  private record Waiter(Consumer<Station> found, Consumer<String> missing) {}

  private final FrameBuilder frames;
  private final Consumer<Octets> output;
  private final Alarms alarms;
  private final Retry retry;
  private final Map<Ipv4Address, MacAddress> known = new LinkedHashMap<>();
  private final Map<Ipv4Address, List<Waiter>> wanted = new LinkedHashMap<>();

  Neighbours(FrameBuilder frames, Consumer<Octets> output, Alarms alarms, Retry retry) {
    this.frames = frames;
    this.output = output;
    this.alarms = alarms;
    this.retry = retry;
  }

  /** Calls {@code found} now or later, or {@code missing} with the reason. */
  void find(Ipv4Address address, Consumer<Station> found, Consumer<String> missing) {
    MacAddress mac = known.get(address);
    if (mac != null) {
      found.accept(new Station(mac, address));
      return;
    }
    List<Waiter> waiters = wanted.get(address);
    if (waiters == null) {
      waiters = new ArrayList<>();
      wanted.put(address, waiters);
      ask(address, 1);
    }
    waiters.add(new Waiter(found, missing));
  }

  /** {@code station} said who it is. */
  void learn(Station station) {
    known.put(station.address(), station.mac());
    alarms.cancel(station.address());
    end(station.address()).forEach(waiter -> waiter.found.accept(station));
  }

  private void ask(Ipv4Address address, int attempt) {
    output.accept(frames.question(address));
    alarms.set(address, retry.waitAfter(attempt), () -> unanswered(address, attempt));
  }

  private void unanswered(Ipv4Address address, int attempt) {
    if (attempt < retry.attempts()) {
      ask(address, attempt + 1);
    } else {
      String asked = " (asked " + Times.inWords(attempt) + ")";
      String reason = "nobody on the link has " + address + asked;
      end(address).forEach(waiter -> waiter.missing.accept(reason));
    }
  }

  private List<Waiter> end(Ipv4Address address) {
    List<Waiter> waiters = wanted.remove(address);
    return waiters == null ? List.of() : waiters;
  }
}
