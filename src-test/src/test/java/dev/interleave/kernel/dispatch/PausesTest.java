package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PausesTest {
  private final Pauses pauses = new Pauses();
  private final TaskCell task = Cells.named("a");

  private void begin() {
    pauses.begin(task, Cells.message("resume"));
  }

  private List<Event> counted() {
    Trace trace = Trace.on();
    List<Event> events = new ArrayList<>();
    trace.attach(events::add);
    pauses.countLost(trace, 7);
    trace.flush();
    return events;
  }

  @Test
  void whoPausesGoesOnWithItsJob() {
    begin();
    assertThat(task.pausing).isTrue();
    assertThat(task.peekNext()).isNotNull();
    pauses.end(task);
    assertThat(task.pausing).isFalse();
  }

  @Test
  void nobodyKeepsMessagesWhileNobodyPauses() {
    task.offer(Cells.message("one"), 1, 1);
    assertThat(pauses.keepMessages()).isFalse();
  }

  @Test
  void whoPausesWithMessagesKeepsThem() {
    begin();
    assertThat(pauses.keepMessages()).isFalse();
    task.offer(Cells.message("one"), 1, 1);
    assertThat(pauses.keepMessages()).isTrue();
    pauses.end(task);
    assertThat(pauses.keepMessages()).isFalse();
  }

  @Test
  void whatNobodyWillHandleIsCountedAsLost() {
    begin();
    assertThat(counted()).isEmpty();
    task.offer(Cells.message("one"), 1, 1);
    task.offer(Cells.message("two"), 2, 1);
    assertThat(counted()).singleElement().isInstanceOf(Event.Dropped.class);
    assertThat(((Event.Dropped) counted().get(0)).amount()).isEqualTo(2);
  }
}
