package dev.interleave.kernel.dispatch;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The virtual cores: the busy ones by when they are heard of next, the idle ones by number. */
final class BusyCores {
  private final VirtualCore[] cores;
  private final VirtualCore[] heap;
  private final BitSet idle = new BitSet();
  private int busy;

  BusyCores(int count) {
    cores = new VirtualCore[count];
    heap = new VirtualCore[count];
    for (int i = 0; i < count; i++) {
      cores[i] = new VirtualCore(i);
    }
    idle.set(0, count);
  }

  VirtualCore core(int number) {
    return cores[number];
  }

  /** The lowest idle core from {@code number} on; -1 when there is none. */
  int idleFrom(int number) {
    return busy == 0 && number == 0 ? 0 : idle.nextSetBit(number);
  }

  boolean noneBusy() {
    return busy == 0;
  }

  /** The busy core that is heard of next. */
  @Nullable VirtualCore next() {
    return busy == 0 ? null : heap[0];
  }

  /** The core that {@code task} has. */
  Optional<VirtualCore> runningOn(TaskCell task) {
    for (int i = 0; i < busy; i++) {
      if (heap[i].task == task) {
        return Optional.of(heap[i]);
      }
    }
    return Optional.empty();
  }

  void each(Consumer<VirtualCore> visitor) {
    for (int i = 0; i < busy; i++) {
      visitor.accept(heap[i]);
    }
  }

  void becomeBusy(VirtualCore core) {
    idle.clear(core.number);
    up(busy++, core);
  }

  void becomeIdle(VirtualCore core) {
    int gap = core.place;
    VirtualCore moved = heap[--busy];
    core.place = -1;
    idle.set(core.number);
    if (moved != core) {
      replace(gap, moved);
    }
  }

  /** {@code core} has another plan. */
  void planned(VirtualCore core) {
    replace(core.place, core);
  }

  private void replace(int place, VirtualCore core) {
    down(place, core);
    if (core.place == place) {
      up(place, core);
    }
  }

  private void up(int from, VirtualCore core) {
    int i = from;
    while (i > 0 && core.before(heap[(i - 1) >>> 1])) {
      put(i, heap[(i - 1) >>> 1]);
      i = (i - 1) >>> 1;
    }
    put(i, core);
  }

  private void down(int from, VirtualCore core) {
    int i = from;
    for (int child = 2 * i + 1; child < busy; child = 2 * i + 1) {
      int least = child + 1 < busy && heap[child + 1].before(heap[child]) ? child + 1 : child;
      if (!heap[least].before(core)) {
        break;
      }
      put(i, heap[least]);
      i = least;
    }
    put(i, core);
  }

  private void put(int place, VirtualCore core) {
    heap[place] = core;
    core.place = place;
  }
}
