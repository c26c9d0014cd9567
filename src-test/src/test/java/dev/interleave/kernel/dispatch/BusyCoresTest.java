package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.dispatch.VirtualCore.Phase;
import dev.interleave.property.Seeded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusyCoresTest {
  private static final int COUNT = 24;
  private static final Comparator<VirtualCore> HEARD_OF =
      Comparator.<VirtualCore>comparingLong(core -> core.nextAt)
          .thenComparing(core -> core.phase)
          .thenComparingLong(core -> core.phase == Phase.SLICE_END ? core.dispatch : core.turn);

  private final BusyCores cores = new BusyCores(COUNT);
  private final List<VirtualCore> busy = new ArrayList<>();
  private long turns;

  @Test
  void theNextIsTheFirstByTimeThenPhaseThenTurnOrDispatch() {
    Seeded.cases(50, seeded -> new BusyCoresTest().likeASortedList(seeded));
  }

  private void likeASortedList(Seeded seeded) {
    for (int i = 0; i < 300; i++) {
      int idle = cores.idleFrom(seeded.between(0, COUNT - 1));
      if (seeded.chance(0.5) && idle >= 0) {
        becomesBusy(cores.core(idle), seeded);
      } else if (seeded.chance(0.5) && !busy.isEmpty()) {
        plan(seeded.oneOf(busy), seeded);
      } else if (!busy.isEmpty()) {
        becomesIdle(seeded.oneOf(busy));
      }
      looksAsExpected();
    }
  }

  private void becomesBusy(VirtualCore core, Seeded seeded) {
    core.task = Cells.named("task-" + turns);
    core.turn = turns++;
    core.dispatch = -core.turn;
    core.nextAt = seeded.between(0, 9);
    core.phase = seeded.oneOf(List.of(Phase.values()));
    cores.becomeBusy(core);
    busy.add(core);
  }

  private void plan(VirtualCore core, Seeded seeded) {
    core.nextAt = seeded.between(0, 9);
    core.phase = seeded.oneOf(List.of(Phase.values()));
    cores.planned(core);
  }

  private void becomesIdle(VirtualCore core) {
    core.task = null;
    cores.becomeIdle(core);
    busy.remove(core);
    assertThat(core.place).isEqualTo(-1);
  }

  private void looksAsExpected() {
    assertThat(cores.noneBusy()).isEqualTo(busy.isEmpty());
    assertThat(cores.next()).isSameAs(busy.stream().min(HEARD_OF).orElse(null));
    List<VirtualCore> visited = new ArrayList<>();
    cores.each(visited::add);
    assertThat(visited).containsExactlyInAnyOrderElementsOf(busy);
    for (int i = 0; i <= COUNT; i++) {
      assertThat(cores.idleFrom(i)).isEqualTo(lowestIdle(i));
    }
  }

  private int lowestIdle(int from) {
    int number = from;
    while (number < COUNT && busy.contains(cores.core(number))) {
      number++;
    }
    return number < COUNT ? number : -1;
  }

  @Test
  void theCoreOfATaskIsFound() {
    TaskCell first = runsOn(2);
    TaskCell second = runsOn(0);
    assertThat(cores.runningOn(first)).contains(cores.core(2));
    assertThat(cores.runningOn(second)).contains(cores.core(0));
    assertThat(cores.runningOn(Cells.named("waiting"))).isEmpty();
  }

  private TaskCell runsOn(int number) {
    TaskCell task = Cells.named("on-" + number);
    cores.core(number).task = task;
    cores.becomeBusy(cores.core(number));
    return task;
  }
}
