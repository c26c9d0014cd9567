package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.dispatch.VirtualCore.Phase;
import org.junit.jupiter.api.Test;

class VirtualCoreTest {
  private final TaskCell task = Cells.named("a");
  private final VirtualCore core = new VirtualCore(3);

  /** The task owes 100 from {@code servedFrom} on, and has 40 of it. */
  private void runs(long since, long servedFrom, long sliceEnd) {
    core.task = task;
    core.since = since;
    core.servedFrom = servedFrom;
    core.sliceEnd = sliceEnd;
    task.owed = 100;
    task.served = 40;
  }

  private void happensNext(Phase phase, long at) {
    assertThat(core.phase).isEqualTo(phase);
    assertThat(core.nextAt).isEqualTo(at);
  }

  private static Effect effectAfter(long served) {
    return new Effect(served) {
      @Override
      void happen() {}
    };
  }

  @Test
  void aTurnIsServedInFullWhenItHasGotTheRest() {
    runs(1000, 1000, VirtualTime.NEVER);
    assertThat(core.plan(1000)).isTrue();
    happensNext(Phase.COMPLETION, 1060);
  }

  @Test
  void theFirstEffectComesBefore() {
    runs(1000, 1000, VirtualTime.NEVER);
    task.defer(effectAfter(70));
    assertThat(core.plan(1000)).isTrue();
    happensNext(Phase.COMPLETION, 1030);
  }

  @Test
  void aSliceMayEndBefore() {
    runs(1000, 1000, 1059);
    assertThat(core.plan(1000)).isTrue();
    happensNext(Phase.SLICE_END, 1059);
  }

  @Test
  void whatCompletesAtTheEndOfTheSliceCompletes() {
    runs(1000, 1000, 1060);
    assertThat(core.plan(1000)).isTrue();
    happensNext(Phase.COMPLETION, 1060);
  }

  @Test
  void aSwitchIsOverFirst() {
    runs(1000, 1005, 1010);
    assertThat(core.plan(1000)).isTrue();
    happensNext(Phase.SWITCHED, 1005);
    assertThat(core.plan(1005)).isTrue();
    happensNext(Phase.SLICE_END, 1010);
  }

  @Test
  void aTurnThatOwesNoMoreThanTheSwitchCompletesWithIt() {
    runs(1000, 1005, VirtualTime.NEVER);
    task.owed = 40;
    assertThat(core.plan(1000)).isTrue();
    happensNext(Phase.COMPLETION, 1005);
  }

  @Test
  void whatIsDueAtTheBeginningOfTimeIsInTime() {
    runs(0, 0, VirtualTime.NEVER);
    task.owed = 40;
    assertThat(core.plan(0)).isTrue();
    happensNext(Phase.COMPLETION, 0);
  }

  @Test
  void whatIsDueBeyondTheEndOfTimeHappensNow() {
    runs(1000, 1000, VirtualTime.NEVER);
    task.owed = Long.MAX_VALUE;
    assertThat(core.plan(1000)).isFalse();
    assertThat(core.nextAt).isEqualTo(1000);
  }

  @Test
  void servedIsWhatItHadAndWhatItGotHere() {
    runs(1000, 1005, VirtualTime.NEVER);
    assertThat(core.servedAt(1003)).isEqualTo(40);
    assertThat(core.servedAt(1006)).isEqualTo(41);
  }

  @Test
  void itKnowsWhatHappensAtAnInstant() {
    core.nextAt = 7;
    core.phase = Phase.COMPLETION;
    assertThat(core.completesAt(6)).isFalse();
    assertThat(core.completesAt(7)).isTrue();
    assertThat(core.endsSliceAt(7)).isFalse();
    core.phase = Phase.SLICE_END;
    assertThat(core.endsSliceAt(6)).isFalse();
    assertThat(core.endsSliceAt(7)).isTrue();
    assertThat(core.completesAt(7)).isFalse();
  }

  @Test
  void whoRanIsRememberedOnBothSides() {
    core.ran(task);
    assertThat(core.last).isSameAs(task);
    assertThat(task.lastCore).isEqualTo(3);
  }

  @Test
  void noCoreIsHeardOfBeforeItself() {
    assertThat(core.before(core)).isFalse();
  }
}
