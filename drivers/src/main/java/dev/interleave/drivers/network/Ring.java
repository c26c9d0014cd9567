package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.kernel.Bus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A descriptor ring: frames in order, and no more than it has places for. Not threadsafe. */
final class Ring {

  private final Deque<Octets> frames = new ArrayDeque<>();
  private final int places;

  Ring(int places) {
    this.places = places;
  }

  /** False, and nothing done, when all places are taken. */
  boolean offer(Octets frame) {
    return frames.size() < places && frames.add(frame);
  }

  /** A frame has come in: it takes a place and is announced, or it is lost. */
  void arrived(Octets frame, Bus bus) {
    if (offer(frame)) {
      bus.interrupt(NetworkDevice.RECEIVED);
    } else {
      bus.drop("overruns", 1);
    }
  }

  Optional<Octets> take() {
    return Optional.ofNullable(frames.poll());
  }

  /** The oldest frame, which keeps its place. */
  Optional<Octets> head() {
    return Optional.ofNullable(frames.peek());
  }
}
