package dev.interleave.kernel.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WaitsTest {
  private final Waits waits = new Waits();

  @Test
  void withoutAWaitEverythingIsZero() {
    assertThat(waits.percentile(50)).isZero();
  }

  @Test
  void fewWaitsAreExact() {
    LongStream.of(1_000_003, 7, 2_000_005, 0).forEach(waits::add);
    assertThat(waits.percentile(50)).isEqualTo(7);
    assertThat(waits.percentile(75)).isEqualTo(1_000_003);
    assertThat(waits.percentile(99)).isEqualTo(2_000_005);
  }

  @Test
  void manyWaitsAreRightToTwoDigits() {
    LongStream.rangeClosed(1, 10_000).map(i -> 10_001 - i).forEach(waits::add);
    assertThat(waits.percentile(50)).isCloseTo(5_000, within(50L));
    assertThat(waits.percentile(99)).isCloseTo(9_900, within(99L));
  }

  @Test
  void nothingIsLostWhereFewBecomeMany() {
    LongStream.rangeClosed(1, 17).forEach(waits::add);
    assertThat(waits.percentile(50)).isEqualTo(9);
    assertThat(waits.percentile(99)).isEqualTo(17);
  }
}
