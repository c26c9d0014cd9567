package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.time.VirtualClock;
import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Yields among ready tasks. */
class ReadyTasksYieldTest {
  private final VirtualClock clock = new VirtualClock();
  private final Trace trace = Trace.on();
  private final List<Event> events = new ArrayList<>();
  private final List<String> wentOn = new ArrayList<>();
  private final TaskCell a = Cells.named("a");
  private final TaskCell b = Cells.named("b");
  private final TaskCell c = Cells.named("c");
  private final ReadyTasks ready = ready();

  private ReadyTasks ready() {
    trace.attach(events::add);
    RunQueues queues = new RunQueues(1, clock, () -> new Random(1), (delay, task) -> {});
    return new ReadyTasks(new Fifo(), queues, trace, broken -> {});
  }

  private List<Event> recorded() {
    trace.flush();
    return events;
  }

  private void yields(TaskCell task, @Nullable TaskCell next) {
    Yielding yielding = new Yielding(Cells.message("resume"), next, false, null);
    ready.yielded(task, yielding, () -> wentOn.add(task.name()));
  }

  @Test
  void aYieldWaitsForThoseThatAreReady() {
    ready.ready(a);
    ready.ready(b);
    ready.ready(c);
    Cells.taken(ready);
    yields(a, null);
    ready.ready(a);
    Cells.taken(ready);
    assertThat(wentOn).isEmpty();
    Cells.taken(ready);
    assertThat(wentOn).containsExactly("a");
  }

  @Test
  void itWaitsForWhoBecameReadyAfterTheFirstYieldToo() {
    yields(a, null);
    assertThat(wentOn).containsExactly("a");
    ready.ready(b);
    yields(c, null);
    assertThat(wentOn).containsExactly("a");
    Cells.taken(ready);
    assertThat(wentOn).containsExactly("a", "c");
  }

  @Test
  void whoIsNamedByAYieldComesFirst() {
    ready.ready(a);
    ready.ready(b);
    ready.ready(c);
    Cells.taken(ready);
    yields(a, c);
    assertThat(ready.size()).isEqualTo(2);
    assertThat(Cells.taken(ready)).isSameAs(c);
    assertThat(Cells.taken(ready)).isSameAs(b);
    assertThat(Cells.taken(ready)).isNull();
  }

  @Test
  void whoIsNamedAndNotReadyStaysAsHeIs() {
    ready.ready(a);
    Cells.taken(ready);
    yields(a, c);
    assertThat(ready.size()).isZero();
    assertThat(c.queue).isNull();
  }

  @Test
  void aYieldTakesItsPlaceInTheOrder() {
    ready.ready(a);
    Cells.taken(ready);
    long before = a.readyOrder;
    yields(a, null);
    assertThat(a.readyOrder).isGreaterThan(before);
    clock.moveTo(9);
    ready.released(a);
    assertThat(a.releaseOrder).isEqualTo(a.readyOrder);
    assertThat(a.releasedAt).isEqualTo(9);
    assertThat(ready.size()).isEqualTo(1);
    assertThat(recorded()).hasSize(2);
  }

  @Test
  void nobodyWaitsForWhoEnded() {
    ready.ready(a);
    ready.ready(b);
    Cells.taken(ready);
    yields(a, null);
    ready.gone(b);
    assertThat(wentOn).containsExactly("a");
    assertThat(ready.size()).isZero();
    ready.gone(b);
    assertThat(ready.size()).isZero();
  }

  @Test
  void whoEndsBeforeAnyYieldIsOutOfItsQueue() {
    ready.ready(a);
    ready.gone(a);
    assertThat(Cells.taken(ready)).isNull();
  }
}
