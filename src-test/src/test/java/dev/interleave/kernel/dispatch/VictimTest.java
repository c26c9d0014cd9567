package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import dev.interleave.kernel.time.Clock;
import dev.interleave.kernel.time.VirtualClock;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VictimTest {
  private static final long NOW = 100;

  /** The larger key is the more urgent one. */
  private static final Policy BY_KEY =
      new Policy() {
        @Override
        public void enqueue(Task task, RunQueue queue) {
          queue.last(task);
        }

        @Override
        public boolean preempts(Task ready, Task running) {
          return ((TaskCell) ready).key > ((TaskCell) running).key;
        }
      };

  private static final Clock CLOCK = new VirtualClock();

  private final BusyCores cores = new BusyCores(3);
  private final RunQueues queues =
      new RunQueues(3, CLOCK, () -> new Random(1), (delay, task) -> {});

  private static TaskCell task(long urgency, long release) {
    TaskCell task = Cells.released("task", release);
    task.key = urgency;
    return task;
  }

  private void runs(int number, long urgency, long release) {
    cores.core(number).task = task(urgency, release);
    cores.core(number).turn = number;
    cores.becomeBusy(cores.core(number));
  }

  private @Nullable VirtualCore victim() {
    return new Victim(BY_KEY, NOW).among(cores, queues);
  }

  @Test
  void withNobodyReadyNobodyLosesACore() {
    runs(0, 1, 1);
    assertThat(victim()).isNull();
  }

  @Test
  void nobodyLosesACoreToHisEqual() {
    runs(0, 1, 1);
    queues.shared().last(task(1, 2));
    assertThat(victim()).isNull();
  }

  @Test
  void theLeastUrgentLosesItsCore() {
    runs(0, 2, 1);
    runs(1, 1, 2);
    runs(2, 3, 3);
    queues.shared().last(task(9, 4));
    assertThat(victim()).isSameAs(cores.core(1));
  }

  @Test
  void theOneSeenFirstMayBeTheLeastUrgent() {
    runs(0, 1, 1);
    runs(1, 2, 9);
    queues.shared().last(task(9, 4));
    assertThat(victim()).isSameAs(cores.core(0));
  }

  @Test
  void ofEqualsTheLastReleased() {
    runs(0, 1, 1);
    runs(1, 1, 3);
    runs(2, 1, 2);
    queues.shared().last(task(9, 4));
    assertThat(victim()).isSameAs(cores.core(1));
  }

  @Test
  void ofEqualsReleasedAtOnceTheFirst() {
    runs(0, 1, 1);
    runs(1, 1, 1);
    queues.shared().last(task(9, 4));
    assertThat(victim()).isSameAs(cores.core(0));
  }

  @Test
  void aSwitchIsNotCutShort() {
    runs(0, 1, 1);
    cores.core(0).servedFrom = NOW + 1;
    queues.shared().last(task(9, 4));
    assertThat(victim()).isNull();
    cores.core(0).servedFrom = NOW;
    assertThat(victim()).isSameAs(cores.core(0));
  }

  @Test
  void whoWaitsForOneCoreTakesThatOne() {
    runs(0, 1, 1);
    runs(1, 2, 2);
    queues.of(1).last(task(9, 4));
    assertThat(victim()).isSameAs(cores.core(1));
  }
}
