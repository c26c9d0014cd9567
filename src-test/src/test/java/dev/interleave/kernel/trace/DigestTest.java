package dev.interleave.kernel.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.property.Seeded;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DigestTest {

  private static String of(Consumer<Trace> run) {
    Trace trace = Trace.on();
    run.accept(trace);
    return trace.digest();
  }

  private static void events(Trace trace, int from, int to) {
    for (int i = from; i < to; i++) {
      trace.started(i, i, i / 2, "task-" + i % 7);
      trace.ready(i, i);
    }
  }

  @Test
  void itDoesNotMatterWhenItIsAskedFor() {
    String atOnce = of(trace -> events(trace, 0, 5_000));
    Seeded.cases(
        20, seeded -> assertThat(of(trace -> askedNowAndThen(trace, seeded))).isEqualTo(atOnce));
  }

  private static void askedNowAndThen(Trace trace, Seeded seeded) {
    for (int i = 0; i < 5_000; i++) {
      events(trace, i, i + 1);
      if (seeded.chance(0.01)) {
        trace.digest();
      }
      if (seeded.chance(0.01)) {
        trace.flush();
      }
    }
  }

  @Test
  void eachWordOfEachEventCounts() {
    Set<String> all = new HashSet<>();
    for (int odd = 0; odd < 2; odd++) {
      int before = odd;
      all.add(of(trace -> after(before, trace, t -> t.left(1, 2, 3, Event.Why.COMPLETED, 4))));
      all.add(of(trace -> after(before, trace, t -> t.left(9, 2, 3, Event.Why.COMPLETED, 4))));
      all.add(of(trace -> after(before, trace, t -> t.left(1, 9, 3, Event.Why.COMPLETED, 4))));
      all.add(of(trace -> after(before, trace, t -> t.left(1, 2, 9, Event.Why.COMPLETED, 4))));
      all.add(of(trace -> after(before, trace, t -> t.left(1, 2, 3, Event.Why.YIELDED, 4))));
      all.add(of(trace -> after(before, trace, t -> t.left(1, 2, 3, Event.Why.COMPLETED, 9))));
      all.add(of(trace -> after(before, trace, t -> t.ready(1, 2))));
    }
    assertThat(all).hasSize(14);
  }

  private static void after(int ready, Trace trace, Consumer<Trace> event) {
    events(trace, 0, ready);
    event.accept(trace);
    events(trace, 5, 6);
  }

  @Test
  void soDoTheNamesAndTheOrder() {
    assertThat(
            Set.of(
                of(trace -> {}),
                of(trace -> trace.started(0, 1, 0, "a")),
                of(trace -> trace.started(0, 1, 0, "b")),
                of(trace -> two(trace, 1, 2)),
                of(trace -> two(trace, 2, 1)),
                of(trace -> four(trace, 3, 4)),
                of(trace -> four(trace, 4, 3))))
        .hasSize(7);
  }

  private static void two(Trace trace, int first, int second) {
    trace.ready(0, first);
    trace.ready(0, second);
  }

  private static void four(Trace trace, int first, int third) {
    trace.ready(0, first);
    trace.ready(0, 1);
    trace.ready(0, third);
    trace.ready(0, 2);
  }

  @Test
  void theLastEventCountsWhetherTheirNumberIsOddOrEven() {
    Set<String> all = new HashSet<>();
    for (int count = 0; count < 6; count++) {
      int readies = count;
      all.add(of(trace -> readies(trace, readies)));
    }
    assertThat(all).hasSize(6);
  }

  private static void readies(Trace trace, int count) {
    for (int i = 0; i < count; i++) {
      trace.ready(0, 1);
    }
  }

  @Test
  void everyBitOfEveryWordCounts() {
    Seeded.cases(
        1_000,
        seeded -> {
          long[] words = words(seeded);
          String before = hex(words);
          words[seeded.between(0, words.length - 1)] ^= 1L << seeded.between(0, 63);
          assertThat(hex(words)).isNotEqualTo(before);
        });
  }

  @Test
  void everyBitChangesAboutHalfOfTheDigest() {
    int[] changed = {0};
    Seeded.cases(
        1_000,
        seeded -> {
          long[] words = words(seeded);
          BigInteger before = new BigInteger(hex(words), 16);
          words[seeded.between(0, words.length - 1)] ^= 1L << seeded.between(0, 63);
          changed[0] += before.xor(new BigInteger(hex(words), 16)).bitCount();
        });
    assertThat(changed[0]).isBetween(62_000, 66_000);
  }

  private static long[] words(Seeded seeded) {
    long[] words = new long[4 * seeded.between(1, 50)];
    Arrays.setAll(words, i -> seeded.between(0, 100));
    return words;
  }

  private static String hex(long[] words) {
    Digest digest = new Digest();
    digest.add(words, words.length);
    return digest.hex(new Digest());
  }

  @Test
  void whereOneNameEndsCounts() {
    assertThat(of(trace -> named(trace, "ab", "c")))
        .isNotEqualTo(of(trace -> named(trace, "a", "bc")));
  }

  private static void named(Trace trace, String first, String second) {
    trace.name(first);
    trace.name(second);
  }

  @Test
  void itIs32HexadecimalDigits() {
    assertThat(of(trace -> events(trace, 0, 3))).matches("[0-9a-f]{32}");
  }
}
