package dev.interleave.drivers.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.drivers.Probe;
import dev.interleave.drivers.timer.TimerDriver.After;
import dev.interleave.drivers.timer.TimerDriver.Cancel;
import dev.interleave.drivers.timer.TimerDriver.Cancelled;
import dev.interleave.drivers.timer.TimerDriver.Every;
import dev.interleave.drivers.timer.TimerDriver.Refused;
import dev.interleave.drivers.timer.TimerDriver.Reply;
import dev.interleave.drivers.timer.TimerDriver.Tick;
import dev.interleave.kernel.Host;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimerDriverTest {
  private static final String FREE =
      "drivers { t { type = timer, request-cost = 0 us, tick-cost = 0 us } }\n";

  @Test
  void oneShotFiresOnceAtItsTime() {
    Probe probe = Probe.simulated(FREE, "t", Probe.at(2, after("", 5)));
    assertThat(probe.messages()).containsExactly(new Tick("", 1, 0, ms(7)));
    assertThat(probe.times()).containsExactly(ms(7));
  }

  @Test
  void theDelayCountsFromTheRequestAndNotFromWhatItCosts() {
    String costly = "drivers { t { type = timer, request-cost = 1 ms, tick-cost = 0 us } }\n";
    Probe probe = Probe.simulated(costly, "t", Probe.now(after("", 5)));
    assertThat(probe.times()).containsExactly(ms(5));
  }

  @Test
  void shorterDelaysFireFirstAndEqualOnesInTheOrderOfTheirRequests() {
    Probe probe =
        Probe.simulated(
            FREE,
            "t",
            Probe.now(after("slow", 9)),
            Probe.now(after("first", 3)),
            Probe.now(after("second", 3)));
    assertThat(probe.messages())
        .extracting(it -> ((Tick) it).name())
        .containsExactly("first", "second", "slow");
  }

  @Test
  void periodicTicksDoNotDrift() {
    String costly = "drivers { t { type = timer, request-cost = 1 us, tick-cost = 300 us } }\n";
    Probe probe =
        Probe.simulated(
            costly, "t", Probe.now(every("p", 1)), Probe.at(101, it -> cancel("p", it)));
    List<Tick> ticks =
        probe.messages().stream().filter(Tick.class::isInstance).map(Tick.class::cast).toList();
    assertThat(ticks).hasSize(101);
    assertThat(ticks)
        .extracting(Tick::number)
        .isEqualTo(LongStream.rangeClosed(1, 101).boxed().toList());
    assertThat(ticks.get(99).dueAt()).isEqualTo(ms(100));
    assertThat(probe.heard().get(99).at()).isEqualTo(ms(100).plusNanos(300_000));
  }

  @Test
  void ticksThatCannotBeDeliveredInTimeAreOneMessageThatCountsThem() {
    Probe probe =
        Probe.simulated(
            FREE + "programs { hog { steps = [ { sleep = 2500 us }, { compute = 3 ms } ] } }\n",
            "t",
            Probe.now(every("p", 1)),
            Probe.at(8, it -> cancel("p", it)));
    assertThat(probe.messages().subList(0, 4))
        .containsExactly(
            new Tick("p", 1, 0, ms(1)),
            new Tick("p", 2, 0, ms(2)),
            new Tick("p", 5, 2, ms(5)),
            new Tick("p", 6, 0, ms(6)));
    assertThat(probe.run().count("t.missed")).isEqualTo(2);
  }

  @Test
  void cancelTellsTheTimerAndWhoAsked() {
    Probe probe =
        Probe.simulated(FREE, "t", Probe.now(after("x", 5)), Probe.at(1, it -> cancel("x", it)));
    assertThat(probe.messages()).containsExactly(new Cancelled("x"), new Cancelled("x"));
    assertThat(probe.run().elapsed()).isEqualTo(ms(1));
  }

  @Test
  void cancellingWhatDoesNotRunIsRefused() {
    Probe probe = Probe.simulated(FREE, "t", Probe.now(it -> cancel("x", it)));
    assertThat(probe.messages()).containsExactly(new Refused("there is no timer x"));
  }

  @Test
  void aTimerOfTheSameNameReplacesTheOneBefore() {
    Probe probe = Probe.simulated(FREE, "t", Probe.now(after("x", 5)), Probe.at(2, after("x", 9)));
    assertThat(probe.messages()).containsExactly(new Cancelled("x"), new Tick("x", 1, 0, ms(11)));
  }

  @Test
  void tooManyTimersAreRefusedAndCounted() {
    String small = "drivers { t { type = timer, capacity = 1 } }\n";
    Probe probe = Probe.simulated(small, "t", Probe.now(after("", 5)), Probe.at(1, after("", 5)));
    assertThat(probe.messages()).contains(new Refused("1 timers run already"));
    assertThat(probe.run().drops()).isEqualTo(1);
  }

  @Test
  void aCoarseDeviceFiresAtItsNextMultipleAndNeverTooEarly() {
    String coarse =
        "drivers { t { type = timer, resolution = 10 ms, request-cost = 0 us, tick-cost = 0 us } }\n";
    Probe probe =
        Probe.simulated(
            coarse,
            "t",
            Probe.now(after("a", 1)),
            Probe.now(after("b", 10)),
            Probe.now(after("c", 11)));
    assertThat(probe.times()).containsExactly(ms(10), ms(10), ms(20));
  }

  @Test
  void theLongestDelayIsNoReasonToFireNow() {
    Probe probe =
        Probe.simulated(
            "until = 1 s\n" + FREE,
            "t",
            Probe.now(it -> new After(Optional.empty(), Duration.ofNanos(Long.MAX_VALUE), to(it))));
    assertThat(probe.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void ticksComeInOrderAndNoneIsLostOnAnyDispatcher(String dispatcher) {
    Probe probe =
        Probe.run(
            dispatcher,
            FREE,
            Host.NONE,
            "t",
            List.of(Probe.now(every("p", 1))),
            heard -> List.of(),
            heard -> heard instanceof Tick tick && tick.number() >= 20);
    long delivered = probe.messages().stream().mapToLong(it -> 1 + ((Tick) it).missed()).sum();
    Tick last = (Tick) probe.messages().get(probe.messages().size() - 1);
    assertThat(delivered).isEqualTo(last.number());
    assertThat(probe.heard())
        .allSatisfy(
            it -> assertThat(it.at()).isGreaterThanOrEqualTo(((Tick) it.message()).dueAt()));
  }

  @Test
  void aCrashEndsOneShotTimersWithAWordAndKeepsThePhaseOfPeriodicOnes() {
    Probe probe =
        Probe.simulated(
            "until = 12500 us\n" + FREE,
            "t",
            Probe.now(every("p", 2)),
            Probe.now(after("x", 50)),
            Probe.at(5, to -> new After(Optional.empty(), null, to(to))));
    assertThat(probe.messages())
        .containsExactly(
            new Tick("p", 1, 0, ms(2)),
            new Tick("p", 2, 0, ms(4)),
            new Refused("t crashed"),
            new Tick("p", 3, 0, ms(6)),
            new Tick("p", 4, 0, ms(8)),
            new Tick("p", 5, 0, ms(10)),
            new Tick("p", 6, 0, ms(12)));
  }

  private static Function<ActorRef<Object>, Object> after(String name, long millis) {
    return to -> new After(name(name), ms(millis), to(to));
  }

  private static Function<ActorRef<Object>, Object> every(String name, long millis) {
    return to -> new Every(name(name), ms(millis), to(to));
  }

  private static Cancel cancel(String name, ActorRef<Object> to) {
    return new Cancel(name, to(to));
  }

  private static Optional<String> name(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private static ActorRef<Reply> to(ActorRef<Object> listener) {
    return listener.narrow();
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
