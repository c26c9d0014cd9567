package dev.interleave.sim.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Event.Why;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final long MS = 1_000_000;

  private final Schedule schedule = new Schedule();

  private void events(Event... events) {
    List.of(events).forEach(schedule::event);
  }

  private List<String> draw(long to, int cores, int width) {
    return new Drawing(schedule, new DrawingOptions(0, to, cores, width, true)).lines();
  }

  private void twoTasksOnOneCore() {
    events(
        new Event.Started(0, 1, 0, "a"),
        new Event.Started(0, 2, 0, "b"),
        new Event.Ready(0, 1),
        new Event.Ready(0, 2),
        new Event.Taken(0, 1, 0, "Go"),
        new Event.Left(20 * MS, 1, 0, Why.COMPLETED, 20 * MS),
        new Event.Taken(20 * MS, 2, 0, "Go"),
        new Event.Left(40 * MS, 2, 0, Why.COMPLETED, 20 * MS));
  }

  @Test
  void runningReadyAndWaitingAreToldApart() {
    twoTasksOnOneCore();
    assertThat(draw(40 * MS, 1, 47))
        .containsExactly(
            "       0         10        20        30 ms",
            "core 0 aaaaaaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbbbbb",
            "a a    ####################....................",
            "b b    ::::::::::::::::::::####################");
  }

  @Test
  void noLineIsWiderThanAskedFor() {
    twoTasksOnOneCore();
    assertThat(draw(33 * MS, 3, 71)).allMatch(line -> line.length() <= 71);
  }

  @Test
  void anIdleCoreIsDrawnAsSuch() {
    twoTasksOnOneCore();
    assertThat(draw(40 * MS, 2, 47)).anyMatch(line -> line.matches("core 1 -+"));
  }

  @Test
  void whoYieldedIsReadyUntilItRunsAgain() {
    events(
        new Event.Started(0, 1, 0, "a"),
        new Event.Taken(0, 1, 0, "Go"),
        new Event.Left(10 * MS, 1, 0, Why.YIELDED, 10 * MS),
        new Event.Ready(20 * MS, 1),
        new Event.Taken(30 * MS, 1, 0, "Resume"),
        new Event.Left(40 * MS, 1, 0, Why.COMPLETED, 10 * MS));
    assertThat(schedule.spans())
        .containsExactly(
            new Span(1, 0, 0, 10 * MS),
            new Span(1, -1, 10 * MS, 30 * MS),
            new Span(1, 0, 30 * MS, 40 * MS));
  }

  @Test
  void turnsThatTakeNoTimeAreMarkedWhereTheyWere() {
    twoTasksOnOneCore();
    events(
        new Event.Started(0, 3, 0, "quick"),
        new Event.Taken(10 * MS, 3, 0, "Go"),
        new Event.Left(10 * MS, 3, 0, Why.COMPLETED, 0));
    assertThat(draw(40 * MS, 1, 52))
        .contains("q quick ...........'................................");
  }

  @Test
  void waitingForADeviceIsToldFromWaitingForAMessage() {
    twoTasksOnOneCore();
    events(new Event.Sent(30 * MS, 1, 0, "Timer"), new Event.Sent(40 * MS, 1, 2, "Go"));
    assertThat(draw(40 * MS, 1, 47)).contains("a a    ####################----------..........");
  }

  @Test
  void whatAnotherTaskSendsEndsNoWaitForADevice() {
    twoTasksOnOneCore();
    events(new Event.Sent(30 * MS, 1, 2, "Go"), new Event.Sent(40 * MS, 1, 0, "Timer"));
    assertThat(draw(40 * MS, 1, 47)).contains("a a    ####################....................");
  }

  @Test
  void aZoomShowsThatPartAlone() {
    twoTasksOnOneCore();
    Drawing zoom = new Drawing(schedule, new DrawingOptions(25 * MS, 35 * MS, 1, 60, true));
    assertThat(zoom.lines()).noneMatch(line -> line.startsWith("a a"));
    assertThat(zoom.lines().get(0)).matches(" +26 .* 34 ms");
  }
}
