package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.kernel.Bus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One direction of a simulated link. Frames leave one after the other at the link's rate and then
 * travel at the same time; each may be lost or held up. Not threadsafe: it is called under its
 * device's lock.
 */
final class Wire {

  /** Preamble, check sequence and gap between frames: bytes on the wire that no frame shows. */
  static final int OVERHEAD = 24;

  private final LinkSettings link;
  private final Bus bus;
  private final DeviceTime time;
  private final Ring ring;
  private final Consumer<Octets> end;
  private final Deque<Octets> travelling = new ArrayDeque<>();
  private boolean sending;
  private long lastArrival;

  /**
   * @param places how many frames may wait to be sent
   * @param end takes the frames that arrive, in device time
   */
  Wire(LinkSettings link, Bus bus, DeviceTime time, int places, Consumer<Octets> end) {
    this.link = link;
    this.bus = bus;
    this.time = time;
    this.ring = new Ring(places);
    this.end = end;
  }

  /** Sends a frame, after those before it; false when the ring is full. */
  boolean send(Octets frame) {
    boolean taken = ring.offer(frame);
    if (taken && !sending) {
      next();
    }
    return taken;
  }

  /** How long {@code frame} keeps the link busy. */
  Duration serialisation(Octets frame) {
    long bits = 8L * (frame.size() + OVERHEAD);
    return Duration.ofNanos((bits * 1_000_000_000L + link.rate() - 1) / link.rate());
  }

  private void next() {
    Optional<Octets> head = ring.head();
    sending = head.isPresent();
    head.ifPresent(frame -> time.after(serialisation(frame), this::sent));
  }

  private void sent() {
    ring.take().ifPresent(this::travel);
    next();
  }

  private void travel(Octets frame) {
    if (chance(link.loss())) {
      bus.count("lost", 1);
    } else if (chance(link.reorder())) {
      bus.count("reordered", 1);
      time.after(flight().plus(link.reorderDelay()), () -> end.accept(frame));
    } else {
      travelling.add(frame);
      time.after(flightInOrder(), () -> end.accept(travelling.remove()));
    }
  }

  private boolean chance(double probability) {
    return probability > 0 && bus.random().nextDouble() < probability;
  }

  private Duration flight() {
    long jitter = link.jitter().toNanos();
    return jitter == 0
        ? link.latency()
        : link.latency().plusNanos(bus.random().nextLong(jitter + 1));
  }

  /** Jitter alone lets no frame overtake another. */
  private Duration flightInOrder() {
    long now = bus.clock().nanos();
    lastArrival = Math.max(lastArrival, now + flight().toNanos());
    return Duration.ofNanos(lastArrival - now);
  }
}
