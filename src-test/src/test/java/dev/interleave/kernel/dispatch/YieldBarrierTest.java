package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.property.Seeded;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YieldBarrierTest {
  private final YieldBarrier barrier = new YieldBarrier();
  private final List<Long> wentOn = new ArrayList<>();

  private void hold(long order) {
    barrier.hold(order, () -> wentOn.add(order));
  }

  @Test
  void itIsUsedFromTheFirstYieldOn() {
    assertThat(barrier.used()).isFalse();
    barrier.use();
    assertThat(barrier.used()).isTrue();
  }

  @Test
  void aYieldAmongNobodyGoesOnAtOnce() {
    hold(1);
    assertThat(wentOn).containsExactly(1L);
  }

  @Test
  void whoWasReadyAtTheFirstYieldComesFirst() {
    TaskCell waiting = Cells.released("a", 1);
    barrier.use();
    barrier.ready(waiting);
    hold(2);
    assertThat(wentOn).isEmpty();
    barrier.taken(waiting);
    assertThat(wentOn).containsExactly(2L);
  }

  @Test
  void whoBecomesReadyLaterIsNotWaitedFor() {
    TaskCell before = Cells.released("a", 1);
    barrier.ready(before);
    hold(2);
    barrier.ready(Cells.released("b", 3));
    barrier.taken(before);
    assertThat(wentOn).containsExactly(2L);
  }

  @Test
  void eachYieldWaitsForAllThatAreOlderAndForNoOther() {
    Seeded.cases(50, seeded -> new YieldBarrierTest().anyOrder(seeded));
  }

  private void anyOrder(Seeded seeded) {
    List<TaskCell> ready = new ArrayList<>();
    List<Long> held = new ArrayList<>();
    for (long order = 1; order < 200; order++) {
      if (seeded.chance(0.3)) {
        held.add(order);
        hold(order);
      } else if (seeded.chance(0.5) && !ready.isEmpty()) {
        barrier.taken(ready.remove(seeded.between(0, ready.size() - 1)));
      } else {
        ready.add(Cells.released("task", order));
        barrier.ready(ready.get(ready.size() - 1));
      }
      long oldest = ready.stream().mapToLong(task -> task.readyOrder).min().orElse(order + 1);
      assertThat(wentOn).containsExactlyElementsOf(held.stream().filter(h -> h < oldest).toList());
    }
  }
}
