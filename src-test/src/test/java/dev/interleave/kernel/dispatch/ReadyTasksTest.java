package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.interleave.kernel.dispatch.TaskCell.State;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import dev.interleave.kernel.time.VirtualClock;
import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadyTasksTest {
  private static final Duration LATER = Duration.ofMillis(1);
  private static final Yielding YIELDING = new Yielding(Cells.message("resume"), null, false, null);

  private final VirtualClock clock = new VirtualClock();
  private final Trace trace = Trace.on();
  private final List<Event> events = new ArrayList<>();
  private final List<Throwable> broken = new ArrayList<>();
  private final List<ReadyTasks> made = new ArrayList<>();
  private final List<String> wentOn = new ArrayList<>();
  private final TaskCell a = Cells.named("a");
  private final TaskCell b = Cells.named("b");
  private final ReadyTasks ready = under(new Fifo(), trace);

  /** A policy that wants neither order nor times, and places as it is told. */
  private record Placing(BiConsumer<Task, RunQueue> how) implements Policy {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      how.accept(task, queue);
    }

    @Override
    public boolean ordered() {
      return false;
    }
  }

  private ReadyTasks under(Policy policy, Trace recording) {
    recording.attach(events::add);
    RunQueues queues =
        new RunQueues(2, clock, () -> new Random(1), (delay, task) -> made.get(0).keepBack(task));
    clock.moveTo(5);
    made.add(0, new ReadyTasks(policy, queues, recording, broken::add));
    return made.get(0);
  }

  private static Placing breaking() {
    return new Placing(
        (task, queue) -> {
          throw new IllegalArgumentException("no place");
        });
  }

  private List<Event> recorded() {
    trace.flush();
    return events;
  }

  @Test
  void whoBecomesReadyWaitsAndIsRecorded() {
    ready.ready(a);
    assertThat(a.state).isEqualTo(State.READY);
    assertThat(ready.size()).isEqualTo(1);
    assertThat(a.releasedAt).isEqualTo(5);
    assertThat(recorded()).hasOnlyElementsOfType(Event.Ready.class).hasSize(1);
    assertThat(events.get(0).at()).isEqualTo(5);
  }

  @Test
  void itIsReleasedInTheOrderOfItsReadiness() {
    ready.ready(a);
    ready.ready(b);
    assertThat(a.releaseOrder).isPositive();
    assertThat(b.releaseOrder).isGreaterThan(a.releaseOrder);
    assertThat(ready.order()).isGreaterThan(b.releaseOrder);
    assertThat(ready.order()).isGreaterThan(b.releaseOrder + 1);
  }

  @Test
  void theNextOneRuns() {
    ready.ready(a);
    assertThat(Cells.taken(ready)).isSameAs(a);
    assertThat(a.state).isEqualTo(State.RUNNING);
    assertThat(ready.size()).isZero();
    assertThat(Cells.taken(ready)).isNull();
  }

  @Test
  void whoseMessagesNobodyOrdersIsNotReleased() {
    ReadyTasks plain = under(new Placing((task, queue) -> queue.last(task)), Trace.off());
    assertThat(plain.ordered()).isFalse();
    assertThat(plain.now()).isZero();
    plain.ready(a);
    assertThat(a.releaseOrder).isZero();
    assertThat(a.readyOrder).isPositive();
  }

  @Test
  void aTraceWantsOrderAndTimes() {
    Trace other = Trace.on();
    ReadyTasks traced = under(new Placing((task, queue) -> queue.last(task)), other);
    assertThat(traced.ordered()).isTrue();
    assertThat(traced.now()).isEqualTo(5);
  }

  @Test
  void aPolicyMayWantOrderAndNoTimes() {
    ReadyTasks ordered = under(new Priority(), Trace.off());
    assertThat(ordered.ordered()).isTrue();
    assertThat(ordered.now()).isZero();
  }

  @Test
  void whoIsCutWaitsAgainAsReleasedBefore() {
    ready.ready(a);
    long released = a.releaseOrder;
    Cells.taken(ready);
    ready.preempted(a);
    assertThat(a.state).isEqualTo(State.READY);
    assertThat(a.releaseOrder).isEqualTo(released);
    assertThat(a.readyOrder).isGreaterThan(released);
    assertThat(ready.size()).isEqualTo(1);
    assertThat(recorded()).hasSize(2);
  }

  @Test
  void whoseSliceEndedIsReleasedAnew() {
    ready.ready(a);
    ready.ready(b);
    Cells.taken(ready);
    ready.expired(a);
    assertThat(a.state).isEqualTo(State.READY);
    assertThat(a.releaseOrder).isGreaterThan(b.releaseOrder);
    assertThat(Cells.taken(ready)).isSameAs(b);
    assertThat(recorded()).hasSize(3);
  }

  @Test
  void whatAPolicyThrowsIsToldAndNotThrown() {
    ReadyTasks plain = under(breaking(), Trace.off());
    plain.ready(a);
    plain.preempted(a);
    plain.expired(a);
    assertThat(broken).hasSize(3).allMatch(thrown -> "no place".equals(thrown.getMessage()));
    assertThat(a.state).isEqualTo(State.LATER);
  }

  @Test
  void whoIsKeptBackIsPlacedAgainWhenItsTimeHasCome() {
    int[] asked = {0};
    ReadyTasks plain =
        under(
            new Placing(
                (task, queue) -> {
                  if (asked[0]++ == 0) {
                    queue.later(LATER, task);
                  } else {
                    queue.last(task);
                  }
                }),
            Trace.off());
    plain.ready(a);
    assertThat(a.state).isEqualTo(State.LATER);
    plain.again(a);
    assertThat(a.state).isEqualTo(State.READY);
    assertThat(plain.size()).isEqualTo(1);
    plain.again(a);
    assertThat(asked[0]).isEqualTo(2);
  }

  @Test
  void whoGetsNoPlaceIsTold() {
    ReadyTasks plain = under(new Placing((task, queue) -> {}), Trace.off());
    plain.ready(a);
    assertThat(broken)
        .extracting(Throwable::getMessage)
        .containsExactly("the policy gave a no place");
  }

  @Test
  void whenTheRunIsOverAllWhoWaitGetACoreWhateverThePolicyDoes() {
    ReadyTasks plain =
        under(
            new Placing(
                (task, queue) -> {
                  if (task == b) {
                    queue.of(1).by(7, task);
                  } else {
                    queue.later(LATER, task);
                  }
                }),
            Trace.off());
    plain.ready(a);
    plain.ready(b);
    plain.overrule();
    plain.overrule();
    assertThat(plain.keepsBack()).isFalse();
    assertThat(Cells.taken(plain)).isSameAs(a);
    assertThat(Cells.taken(plain)).isSameAs(b);
    assertThat(plain.size()).isZero();
  }

  @Test
  void whoWaitsWhenNothingHappensAnyMoreIsNamed() {
    ready.nobodyWaits();
    ready.ready(a);
    assertThatIllegalStateException()
        .isThrownBy(ready::nobodyWaits)
        .withMessage("the policy leaves all cores idle while these wait: [a]");
  }

  @Test
  void aPolicyHasToTakeWhatItGives() {
    Policy giving =
        new Policy() {
          @Override
          public void enqueue(Task task, RunQueue queue) {
            queue.last(task);
          }

          @Override
          public @Nullable Task next(int core, RunQueue queue) {
            return queue.head();
          }
        };
    ReadyTasks plain = under(giving, Trace.off());
    plain.ready(a);
    assertThatIllegalStateException()
        .isThrownBy(() -> plain.next(0))
        .withMessage("the policy gave a without taking it");
  }

  @Test
  void aPolicyGivesNobodyWhoIsNotReady() {
    Policy giving =
        new Policy() {
          @Override
          public void enqueue(Task task, RunQueue queue) {}

          @Override
          public Task next(int core, RunQueue queue) {
            return a;
          }
        };
    assertThatIllegalStateException().isThrownBy(() -> under(giving, Trace.off()).next(0));
  }

  @Test
  void itDoesNotWaitForWhoIsKeptBack() {
    ReadyTasks plain = under(new Placing((task, queue) -> queue.later(LATER, task)), Trace.off());
    plain.yielded(a, YIELDING, () -> wentOn.add("a"));
    plain.ready(b);
    plain.yielded(a, YIELDING, () -> wentOn.add("again"));
    assertThat(wentOn).containsExactly("a", "again");
  }
}
