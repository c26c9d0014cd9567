package dev.interleave.kernel.dispatch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Timers, interrupts and arrivals of virtual time, by time and then by order of issue: a heap of
 * four children a node. A cancelled timer stays until its time or until half of all are cancelled.
 * Not threadsafe.
 */
final class VirtualTimers {
  private static final int FEW = 64;

  private @Nullable VirtualTimer[] heap = new VirtualTimer[16];
  private int size;
  private int cancelled;
  private long issued;

  /** When the next timer is due; {@link Long#MAX_VALUE} when there is none. */
  long nextAt() {
    while (size > 0 && at(0).isCancelled()) {
      removeFirst();
      cancelled--;
    }
    return size == 0 ? Long.MAX_VALUE : at(0).due;
  }

  void add(VirtualTimer timer, long due) {
    if (timer.isCancelled()) {
      return;
    }
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    timer.due = due;
    timer.issue = issued++;
    timer.waiting = true;
    up(size++, timer);
  }

  /** Takes the next timer, which {@link #nextAt} has shown to be there. */
  VirtualTimer poll() {
    VirtualTimer first = removeFirst();
    first.waiting = false;
    return first;
  }

  /** A waiting timer was cancelled. */
  void cancelledOne() {
    cancelled++;
    if (cancelled > FEW && cancelled > size / 2) {
      purge();
    }
  }

  private void purge() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!at(i).isCancelled()) {
        heap[kept++] = heap[i];
      }
    }
    Arrays.fill(heap, kept, size, null);
    size = kept;
    cancelled = 0;
    for (int i = (size - 2) >> 2; i >= 0; i--) {
      down(i, at(i));
    }
  }

  private VirtualTimer removeFirst() {
    VirtualTimer first = at(0);
    VirtualTimer last = at(--size);
    heap[size] = null;
    if (size > 0) {
      down(0, last);
    }
    return first;
  }

  private void up(int from, VirtualTimer timer) {
    int i = from;
    while (i > 0 && timer.before(at((i - 1) >>> 2))) {
      heap[i] = heap[(i - 1) >>> 2];
      i = (i - 1) >>> 2;
    }
    heap[i] = timer;
  }

  private void down(int from, VirtualTimer timer) {
    int i = from;
    for (int child = 4 * i + 1; child < size; child = 4 * i + 1) {
      int least = leastOf(child, Math.min(child + 4, size));
      if (!at(least).before(timer)) {
        break;
      }
      heap[i] = heap[least];
      i = least;
    }
    heap[i] = timer;
  }

  private int leastOf(int from, int to) {
    int least = from;
    for (int i = from + 1; i < to; i++) {
      least = at(i).before(at(least)) ? i : least;
    }
    return least;
  }

  @SuppressWarnings("NullAway") // every index below size holds a timer
  private VirtualTimer at(int i) {
    return heap[i];
  }
}
