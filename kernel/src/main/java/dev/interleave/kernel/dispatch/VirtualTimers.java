package dev.interleave.kernel.dispatch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Timers, interrupts and arrivals of virtual time, by time and then by order of issue: a heap of
 * four children a node, whose keys stand in arrays of their own so that comparing touches no timer.
 * A cancelled timer stays until its time or until half of all are cancelled. Not threadsafe.
 */
final class VirtualTimers {
  private static final int FEW = 64;
  private static final int FIRST = 16;

  private @Nullable VirtualTimer[] heap = new VirtualTimer[FIRST];
  private long[] due = new long[FIRST];
  private long[] issue = new long[FIRST];
  private int size;
  private int cancelled;
  private long issued;

  /** When the next timer is due; {@link Long#MAX_VALUE} when there is none. */
  long nextAt() {
    while (size > 0 && at(0).isCancelled()) {
      removeFirst();
      cancelled--;
    }
    return size == 0 ? Long.MAX_VALUE : due[0];
  }

  void add(VirtualTimer timer, long at) {
    if (timer.isCancelled()) {
      return;
    }
    if (size == heap.length) {
      grow();
    }
    timer.waiting = true;
    up(size++, timer, at, issued++);
  }

  /** How many it holds: those that wait and those that were cancelled and not forgotten yet. */
  int held() {
    return size;
  }

  private void grow() {
    heap = Arrays.copyOf(heap, size * 2);
    due = Arrays.copyOf(due, size * 2);
    issue = Arrays.copyOf(issue, size * 2);
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
        put(kept++, at(i), due[i], issue[i]);
      }
    }
    Arrays.fill(heap, kept, size, null);
    size = kept;
    cancelled = 0;
    for (int i = (size - 2) >> 2; i >= 0; i--) {
      down(i, at(i), due[i], issue[i]);
    }
  }

  private VirtualTimer removeFirst() {
    VirtualTimer first = at(0);
    VirtualTimer last = at(--size);
    heap[size] = null;
    if (size > 0) {
      down(0, last, due[size], issue[size]);
    }
    return first;
  }

  private void up(int from, VirtualTimer timer, long at, long number) {
    int i = from;
    for (int parent = (i - 1) >> 2; i > 0 && before(at, number, parent); parent = (i - 1) >> 2) {
      put(i, at(parent), due[parent], issue[parent]);
      i = parent;
    }
    put(i, timer, at, number);
  }

  private void down(int from, VirtualTimer timer, long at, long number) {
    int i = from;
    for (int child = 4 * i + 1; child < size; child = 4 * i + 1) {
      int least = leastOf(child, Math.min(child + 4, size));
      if (before(at, number, least)) {
        break;
      }
      put(i, at(least), due[least], issue[least]);
      i = least;
    }
    put(i, timer, at, number);
  }

  private int leastOf(int from, int to) {
    int least = from;
    for (int i = from + 1; i < to; i++) {
      least = before(due[i], issue[i], least) ? i : least;
    }
    return least;
  }

  private boolean before(long at, long number, int place) {
    return at != due[place] ? at < due[place] : number < issue[place];
  }

  private void put(int place, VirtualTimer timer, long at, long number) {
    heap[place] = timer;
    due[place] = at;
    issue[place] = number;
  }

  @SuppressWarnings("NullAway") // every index below size holds a timer
  private VirtualTimer at(int i) {
    return heap[i];
  }
}
