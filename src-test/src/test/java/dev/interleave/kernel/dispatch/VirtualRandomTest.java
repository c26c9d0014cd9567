package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.RandomStreams;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scala.collection.BuildFrom$;
import scala.jdk.javaapi.CollectionConverters;

class VirtualRandomTest {
  private static final int MANY = 1_000;

  private final SimulatedEngine engine =
      new SimulatedEngine(Machine.Simulated.of(1, 7), new Fifo(), Trace.off());
  private final VirtualRandom random = VirtualRandom.current();

  @BeforeEach
  void enter() {
    CurrentEngine.set(engine);
  }

  @AfterEach
  void leave() {
    engine.leave();
  }

  private static <T> Set<T> many(Supplier<T> draw) {
    Set<T> seen = new TreeSet<>();
    for (int i = 0; i < MANY; i++) {
      seen.add(draw.get());
    }
    return seen;
  }

  @Test
  void aDrawIsTheNextOfTheStreamOfTheSystem() {
    RandomGenerator stream = new RandomStreams(7).stream("pekko/system");
    for (int i = 0; i < 10; i++) {
      assertThat(random.nextInt()).isEqualTo((int) (stream.nextLong() >>> 32));
    }
    int half = (int) (stream.nextLong() >>> 32);
    assertThat(random.nextBoolean()).isEqualTo(half < 0);
  }

  @Test
  void aTaskHasItsOwnStream() {
    TaskDraws draws = new TaskDraws(new RandomStreams(7));
    TaskCell one = Cells.named("one");
    Random ofOne = draws.of(one);
    assertThat(draws.of(one)).isSameAs(ofOne);
    assertThat(draws.of(null)).isSameAs(draws.of(null)).isNotSameAs(ofOne);
    assertThat(draws.of(Cells.named("two"))).isNotSameAs(ofOne);
    RandomGenerator stream = new RandomStreams(7).stream("pekko/one");
    assertThat(ofOne.nextInt()).isEqualTo((int) (stream.nextLong() >>> 32));
    for (int i = 0; i < 10; i++) {
      assertThat(ofOne.nextBoolean()).isEqualTo(stream.nextLong() < 0);
    }
  }

  @Test
  void aBoundIsNeverReachedAndAllBelowItIs() {
    assertThat(many(() -> random.nextInt(-2, 2))).containsExactly(-2, -1, 0, 1);
    assertThat(many(() -> random.nextLong(3))).containsExactly(0L, 1L, 2L);
    assertThat(many(() -> random.nextLong(5, 8))).containsExactly(5L, 6L, 7L);
    assertThat(many(() -> random.nextInt(Integer.MIN_VALUE, Integer.MAX_VALUE)))
        .anyMatch(it -> it < 0)
        .anyMatch(it -> it > 0);
  }

  @Test
  void fractionsFillTheirRange() {
    assertThat(many(() -> random.nextDouble(2, 6)))
        .allMatch(it -> it >= 2 && it < 6)
        .anyMatch(it -> it < 2.1)
        .anyMatch(it -> it > 5.9);
  }

  @Test
  void anEmptyRangeIsRefused() {
    assertThatThrownBy(() -> random.nextInt(4, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> random.nextLong(4, 4)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void elsewhereThePlatformDraws() {
    engine.leave();
    assertThat(many(random::nextLong)).hasSizeGreaterThan(MANY / 2);
    Random first = new TaskDraws(new RandomStreams(7)).of(null);
    assertThat(IntStream.range(0, 10).map(i -> random.nextInt()))
        .isNotEqualTo(IntStream.range(0, 10).map(i -> first.nextInt()));
  }

  @Test
  void aShuffleGivesEveryOrderOfTheSameElements() {
    Set<String> seen = new TreeSet<>();
    scala.collection.immutable.List<String> elements =
        CollectionConverters.asScala(List.of("a", "b", "c")).toList();
    for (int i = 0; i < MANY; i++) {
      scala.collection.immutable.List<String> shuffled =
          VirtualShuffle.MODULE$.shuffle(elements, orders());
      seen.add(String.join("", new ArrayList<>(CollectionConverters.asJava(shuffled))));
    }
    assertThat(seen).containsExactly("abc", "acb", "bac", "bca", "cab", "cba");
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // as Scala itself finds it
  private static scala.collection.BuildFrom<
          scala.collection.IterableOnce<String>, String, scala.collection.immutable.List<String>>
      orders() {
    return (scala.collection.BuildFrom) BuildFrom$.MODULE$.buildFromIterableOps();
  }
}
