package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.stage.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArrivalsTest {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> times = Collections.synchronizedList(new ArrayList<>());

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private record Guest(List<String> seen, List<Long> times, Duration stay)
      implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      times.add(context.clock().nanos());
      seen.add(context.instance() + "@" + context.clock().sinceBoot().toMillis());
      context.consume(stay);
      return Behaviors.stopped();
    }
  }

  private Outcome arriving(long seed, Arrivals arrivals) {
    return new Scene(Machine.Simulated.of(1, seed), new Fifo())
        .program("guest", arrivals, new Guest(seen, times, Duration.ZERO))
        .until(ms(1_000_000))
        .run();
  }

  @Test
  void onceIsAtBoot() {
    arriving(1, new Arrivals.Once());
    assertThat(seen).containsExactly("0@0");
  }

  @Test
  void everyIsDriftFree() {
    Outcome outcome =
        new Scene(Machine.Simulated.of(1, 1), new Fifo())
            .program(
                "guest",
                new Arrivals.Every(ms(3), ms(10), 4),
                new Guest(seen, times, Duration.ofMillis(7)))
            .run();
    assertThat(seen).containsExactly("0@3", "1@13", "2@23", "3@33");
    assertThat(outcome.elapsed()).isEqualTo(ms(40));
    assertThat(outcome.end()).isEqualTo(Outcome.End.FINISHED);
  }

  @Test
  void everyWithoutEndGoesOnUntilTheEndOfTheRun() {
    Outcome outcome = arriving(1, new Arrivals.Every(ms(0), ms(1000), 0));
    assertThat(seen).hasSize(1001);
    assertThat(outcome.end()).isEqualTo(Outcome.End.UNTIL);
  }

  @Test
  void aTraceIsFollowed() {
    arriving(1, new Arrivals.Trace(List.of(ms(2), ms(2), ms(30))));
    assertThat(seen).containsExactly("0@2", "1@2", "2@30");
  }

  @Test
  void poissonHasExponentialGaps() {
    int count = 20_000;
    arriving(5, new Arrivals.Poisson(ms(10), count));
    assertThat(times).hasSize(count);
    double mean = times.get(count - 1) / 1e6 / count;
    // five standard deviations of the mean of 20 000 exponential gaps
    assertThat(mean).isBetween(10 - 5 * 10 / Math.sqrt(count), 10 + 5 * 10 / Math.sqrt(count));
    long longer = gaps().stream().filter(gap -> gap > 10_000_000).count();
    // e^-1 of the gaps are longer than the mean; five standard deviations of a binomial
    double expected = count / Math.E;
    assertThat((double) longer)
        .isBetween(expected - 5 * Math.sqrt(expected), expected + 5 * Math.sqrt(expected));
  }

  private List<Long> gaps() {
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      gaps.add(times.get(i) - times.get(i - 1));
    }
    return gaps;
  }

  @Test
  void poissonDependsOnTheSeedAndTheNameAlone() {
    arriving(5, new Arrivals.Poisson(ms(10), 20));
    List<Long> alone = List.copyOf(times);
    times.clear();
    new Scene(Machine.Simulated.of(1, 5), new Fifo())
        .program(
            "another",
            new Arrivals.Poisson(ms(3), 30),
            new Guest(new ArrayList<>(), new ArrayList<>(), Duration.ZERO))
        .program("guest", new Arrivals.Poisson(ms(10), 20), new Guest(seen, times, Duration.ZERO))
        .played();
    assertThat(times).isEqualTo(alone);
    times.clear();
    arriving(6, new Arrivals.Poisson(ms(10), 20));
    assertThat(times).isNotEqualTo(alone);
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void asManyArriveAsAreToCome(Machine machine) {
    new Scene(machine, new Fifo())
        .program("a", new Arrivals.Every(ms(1), ms(1), 10), new Guest(seen, times, Duration.ZERO))
        .program("b", new Arrivals.Poisson(ms(1), 10), new Guest(seen, times, Duration.ZERO))
        .program(
            "c", new Arrivals.Trace(List.of(ms(0), ms(5))), new Guest(seen, times, Duration.ZERO))
        .played();
    assertThat(seen).hasSize(22);
  }
}
