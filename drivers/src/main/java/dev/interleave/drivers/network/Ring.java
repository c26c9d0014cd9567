package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.Octets;
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

  Optional<Octets> take() {
    return Optional.ofNullable(frames.poll());
  }

  /** The oldest frame, which keeps its place. */
  Optional<Octets> head() {
    return Optional.ofNullable(frames.peek());
  }
}
