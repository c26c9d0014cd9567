package dev.interleave.sim.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.config.MetricDefinition;
import dev.interleave.kernel.config.MetricDefinition.Kind;
import dev.interleave.kernel.config.MetricDefinition.Unit;
import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Event.Why;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final List<MetricDefinition> DECLARED =
      List.of(
          new MetricDefinition("latency", Kind.SAMPLE, Unit.DURATION, "how long"),
          new MetricDefinition("keys", Kind.COUNT, Unit.NUMBER, "how many"),
          new MetricDefinition("overruns", Kind.COUNT, Unit.NUMBER, "drops: what found no room"),
          new MetricDefinition("screen", Kind.TEXT, Unit.TEXT, "what is seen"));

  private final MetricCatalog catalog =
      MetricCatalog.of(Map.of("unit", Optional.of(DECLARED), "own", Optional.empty()));
  private final Tally tally = new Tally(catalog, 2);

  private void events(Event... events) {
    List.of(events).forEach(tally::event);
  }

  private String value(String name) {
    return tally
        .metrics()
        .find(name)
        .map(
            it ->
                it instanceof Value.Quantity quantity
                    ? quantity.amount().stripTrailingZeros().toPlainString()
                    : ((Value.Words) it).text())
        .orElse("nothing");
  }

  private void oneTurn(int task, long from, long to) {
    events(
        new Event.Sent(from, task, 0, "Go"),
        new Event.Ready(from, task),
        new Event.Taken(from, task, 0, "Go"),
        new Event.Left(to, task, 0, Why.COMPLETED, to - from));
  }

  @Test
  void theMachineAddsUpAllTasks() {
    events(new Event.Started(0, 1, 0, "unit"), new Event.Started(0, 2, 0, "own"));
    oneTurn(1, 0, 10);
    oneTurn(2, 10, 40);
    events(new Event.Halted(40, 0, "FINISHED"));
    assertThat(value("elapsed")).isEqualTo("40");
    assertThat(value("cpu")).isEqualTo("40");
    assertThat(value("turns")).isEqualTo("2");
    assertThat(value("core.busy")).isEqualTo("50");
  }

  @Test
  void aComponentHasItsChildrenInItAndAChildItself() {
    events(new Event.Started(0, 1, 0, "unit"), new Event.Started(0, 2, 1, "unit.0"));
    oneTurn(1, 0, 10);
    oneTurn(2, 10, 40);
    assertThat(value("unit.cpu")).isEqualTo("40");
    assertThat(value("unit.0.cpu")).isEqualTo("30");
    assertThat(value("unit.turns")).isEqualTo("2");
  }

  @Test
  void waitingGoesFromReadyToACore() {
    events(
        new Event.Started(0, 1, 0, "unit"),
        new Event.Ready(5, 1),
        new Event.Taken(9, 1, 0, "Go"),
        new Event.Left(10, 1, 0, Why.EXPIRED, 1),
        new Event.Ready(10, 1),
        new Event.Resumed(16, 1, 0),
        new Event.Left(20, 1, 0, Why.COMPLETED, 4));
    assertThat(value("unit.waited.count")).isEqualTo("2");
    assertThat(value("unit.waited.min")).isEqualTo("4");
    assertThat(value("unit.waited.max")).isEqualTo("6");
    assertThat(value("unit.turns")).isEqualTo("1");
  }

  @Test
  void aDeclaredPlaceOfDropsIsACounterToo() {
    events(new Event.Started(0, 1, 0, "unit"), new Event.Dropped(5, 1, "overruns", 3));
    assertThat(value("unit.overruns")).isEqualTo("3");
    assertThat(value("unit.drops.overruns")).isEqualTo("3");
    assertThat(value("unit.drops")).isEqualTo("3");
  }

  @Test
  void theMailboxCountsWhatWaitsAtOnce() {
    events(
        new Event.Started(0, 1, 0, "unit"),
        new Event.Sent(1, 1, 0, "A"),
        new Event.Sent(2, 1, 0, "B"),
        new Event.Taken(3, 1, 0, "A"),
        new Event.Left(3, 1, 0, Why.COMPLETED, 0),
        new Event.Sent(4, 1, 0, "C"));
    assertThat(value("unit.mailbox.max")).isEqualTo("2");
  }

  @Test
  void aTurnThatTheEndOfTheRunCutsWasServedUntilThen() {
    events(
        new Event.Started(0, 1, 0, "unit"),
        new Event.Taken(10, 1, 0, "Go"),
        new Event.Halted(25, 0, "UNTIL"));
    assertThat(value("unit.cpu")).isEqualTo("15");
  }

  @Test
  void everyLossCountsAndIsNamed() {
    events(
        new Event.Started(0, 1, 0, "unit"),
        new Event.Dropped(1, 1, "mailbox", 2),
        new Event.Dropped(2, 1, "unhandled", 1),
        new Event.Dropped(3, 0, "dead-letters", 4));
    assertThat(value("drops")).isEqualTo("7");
    assertThat(value("dead-letters")).isEqualTo("4");
    assertThat(value("unhandled")).isEqualTo("1");
    assertThat(value("unit.drops")).isEqualTo("3");
    assertThat(value("unit.drops.mailbox")).isEqualTo("2");
    assertThat(value("unit.drops.nowhere")).isEqualTo("0");
  }

  @Test
  void declaredMetricsHaveTheirKind() {
    events(
        new Event.Started(0, 1, 0, "unit"),
        new Event.Measured(1, 1, "latency", 100),
        new Event.Measured(2, 1, "latency", 300),
        new Event.Counted(3, 1, "keys", 2),
        new Event.Counted(4, 1, "keys", 3),
        new Event.Published(5, 1, "screen", "first"),
        new Event.Published(6, 1, "screen", "second"));
    assertThat(value("unit.latency.max")).isEqualTo("300");
    assertThat(value("unit.latency.mean")).isEqualTo("200");
    assertThat(value("unit.keys")).isEqualTo("5");
    assertThat(value("unit.screen")).isEqualTo("second");
  }

  @Test
  void whatADeclaredCounterNeverCountedIsZeroAndASampleNeverTakenIsNothing() {
    assertThat(value("unit.keys")).isEqualTo("0");
    assertThat(value("unit.latency.count")).isEqualTo("0");
    assertThat(value("unit.latency.p99")).isEqualTo("nothing");
    assertThat(value("unit.screen")).isEqualTo("nothing");
  }

  @Test
  void aComponentThatDeclaresNothingMayMeasureAnything() {
    events(
        new Event.Started(0, 1, 0, "own"),
        new Event.Measured(1, 1, "size", 7),
        new Event.Counted(1, 1, "hits", 8));
    assertThat(value("own.size.p50")).isEqualTo("7");
    assertThat(value("own.hits")).isEqualTo("8");
    assertThat(catalog.find("own.anything.p50")).isPresent();
    assertThat(catalog.find("unit.anything.p50")).isEmpty();
    assertThat(catalog.find("nobody.cpu")).isEmpty();
  }

  @Test
  void everyNameThatTheCatalogKnowsHasAKind() {
    assertThat(catalog.names()).allMatch(name -> catalog.find(name).isPresent());
    assertThat(catalog.names()).contains("elapsed", "unit.latency.p99", "own.cpu");
  }
}
