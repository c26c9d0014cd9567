package dev.interleave.drivers.network;

import dev.interleave.drivers.network.NetworkDriver.Inbound;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What a network driver keeps across a restart: numbers must not be used twice, and a listener does
 * not know that it would have to come again.
 *
 * @param pings how many were sent
 * @param lines how many were sent
 * @param listeners by port
 */
record Memory(int pings, long lines, Map<Integer, ActorRef<Inbound>> listeners) {

  static final Memory NONE = new Memory(0, 0, Map.of());

  Memory {
    listeners = Collections.unmodifiableMap(new LinkedHashMap<>(listeners));
  }

  Memory withPing() {
    return new Memory(pings + 1, lines, listeners);
  }

  Memory withLine() {
    return new Memory(pings, lines + 1, listeners);
  }

  Memory withListener(int port, ActorRef<Inbound> listener) {
    Map<Integer, ActorRef<Inbound>> more = new LinkedHashMap<>(listeners);
    more.put(port, listener);
    return new Memory(pings, lines, more);
  }

  Memory withoutListener(int port) {
    Map<Integer, ActorRef<Inbound>> fewer = new LinkedHashMap<>(listeners);
    fewer.remove(port);
    return new Memory(pings, lines, fewer);
  }
}
