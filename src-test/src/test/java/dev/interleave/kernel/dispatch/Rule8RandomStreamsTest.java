package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.RandomStreams;
import dev.interleave.property.Seeded;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class Rule8RandomStreamsTest {

  private static List<Long> draws(long seed, String name) {
    RandomGenerator stream = new RandomStreams(seed).stream(name);
    return List.of(stream.nextLong(), stream.nextLong(), stream.nextLong());
  }

  @Test
  void aStreamDependsOnTheSeedAndTheNameAlone() {
    RandomStreams streams = new RandomStreams(7);
    streams.stream("other").nextLong();
    RandomGenerator stream = streams.stream("keyboard");
    streams.stream("another").nextLong();
    assertThat(List.of(stream.nextLong(), stream.nextLong(), stream.nextLong()))
        .isEqualTo(draws(7, "keyboard"));
  }

  @Test
  void otherSeedsAndOtherNamesGiveOtherDraws() {
    Set<List<Long>> all = new HashSet<>();
    List<String> names = List.of("a", "b", "ab", "ba", "a/device", "policy", "", "vector.0");
    for (long seed = -50; seed < 50; seed++) {
      for (String name : names) {
        all.add(draws(seed, name));
      }
    }
    assertThat(all).hasSize(100 * names.size());
  }

  @Test
  void anySeedWillDo() {
    Seeded.cases(
        100,
        seeded -> {
          long seed = seeded.anyLong();
          assertThat(draws(seed, "a")).isEqualTo(draws(seed, "a")).isNotEqualTo(draws(~seed, "a"));
        });
  }
}
