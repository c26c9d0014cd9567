package dev.interleave.kernel.dispatch;

import java.util.function.Predicate;
import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * A queue for one thread: the oldest message in a field, as most tasks have one at most, and those
 * behind it in a growing ring. A task is its own queue: where many take turns, an object less is a
 * line of memory less to wait for.
 */
class RingMessages {
  private static final int FEW = 4;

  private @Nullable Envelope first;
  private long firstOrder;
  private long firstAt;
  private @Nullable Envelope @Nullable [] ring;
  private long @Nullable [] stamps;
  private int head;
  private int behind;
  private final boolean stamped;

  /**
   * @param stamped whether the order and time of each message is kept
   */
  RingMessages(boolean stamped) {
    this.stamped = stamped;
  }

  void offer(Envelope envelope, long order, long at) {
    if (first == null) {
      first = envelope;
      firstOrder = order;
      firstAt = at;
    } else {
      offerBehind(envelope, order, at);
    }
  }

  private void offerBehind(Envelope envelope, long order, long at) {
    @Nullable Envelope[] places = ring;
    if (places == null || behind == places.length) {
      places = grown();
    }
    int place = (head + behind++) & (places.length - 1);
    places[place] = envelope;
    if (stamps != null) {
      stamps[2 * place] = order;
      stamps[2 * place + 1] = at;
    }
  }

  @Nullable Envelope poll() {
    Envelope oldest = first;
    if (behind > 0) {
      advance();
    } else {
      first = null;
    }
    return oldest;
  }

  @SuppressWarnings("NullAway") // what is behind is in the ring
  private void advance() {
    int place = head;
    first = ring[place];
    ring[place] = null;
    if (stamps != null) {
      firstOrder = stamps[2 * place];
      firstAt = stamps[2 * place + 1];
    }
    head = (place + 1) & (ring.length - 1);
    behind--;
  }

  /**
   * Takes the oldest message of those that may be lost; null when there is none, or the queue has
   * an order of its own and its head may not be lost.
   */
  @Nullable Envelope pollOldest(Predicate<Envelope> mayBeLost) {
    return first == null || mayBeLost.test(first) ? poll() : pollOldestBehind(mayBeLost);
  }

  private @Nullable Envelope pollOldestBehind(Predicate<Envelope> mayBeLost) {
    for (int index = 0; index < behind; index++) {
      Envelope found = ring == null ? null : ring[place(ring, index)];
      if (ring != null && found != null && mayBeLost.test(found)) {
        closeUp(ring, index);
        return found;
      }
    }
    return null;
  }

  /** Those before it in the ring move up, so that its head is free. */
  private void closeUp(@Nullable Envelope[] places, int index) {
    for (int i = index; i > 0; i--) {
      move(places, place(places, i - 1), place(places, i));
    }
    places[head] = null;
    head = place(places, 1);
    behind--;
  }

  private void move(@Nullable Envelope[] places, int from, int to) {
    places[to] = places[from];
    if (stamps != null) {
      stamps[2 * to] = stamps[2 * from];
      stamps[2 * to + 1] = stamps[2 * from + 1];
    }
  }

  private int place(@Nullable Envelope[] places, int index) {
    return (head + index) & (places.length - 1);
  }

  /** What {@link #poll} would return. For the task's own turn. */
  @Nullable Envelope peek() {
    return first;
  }

  int size() {
    return first == null ? 0 : behind + 1;
  }

  boolean isEmpty() {
    return first == null;
  }

  /** The order of the oldest message; {@code otherwise} when there is none or it is not kept. */
  long headOrder(long otherwise) {
    return stamped && first != null ? firstOrder : otherwise;
  }

  /** The time of the oldest message; {@code otherwise} when there is none or it is not kept. */
  long headAt(long otherwise) {
    return stamped && first != null ? firstAt : otherwise;
  }

  private @Nullable Envelope[] grown() {
    @Nullable Envelope[] wider = new Envelope[ring == null ? FEW : 2 * ring.length];
    long[] widerStamps = stamped ? new long[2 * wider.length] : null;
    if (ring != null) {
      copy(ring, stamps, wider, widerStamps);
    }
    ring = wider;
    stamps = widerStamps;
    head = 0;
    return wider;
  }

  private void copy(
      @Nullable Envelope[] from,
      long @Nullable [] fromStamps,
      @Nullable Envelope[] to,
      long @Nullable [] toStamps) {
    for (int i = 0; i < behind; i++) {
      int place = (head + i) & (from.length - 1);
      to[i] = from[place];
      if (fromStamps != null && toStamps != null) {
        toStamps[2 * i] = fromStamps[2 * place];
        toStamps[2 * i + 1] = fromStamps[2 * place + 1];
      }
    }
  }
}
