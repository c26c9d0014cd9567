package dev.interleave.sim.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.config.MetricDefinition.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private final Samples samples = new Samples();

  private void add(long... values) {
    Arrays.stream(values).forEach(samples::add);
  }

  private long percentile(String percent) {
    return samples.percentile(new BigDecimal(percent));
  }

  @Test
  void aPercentileIsTheLeastSampleThatSoManyDoNotExceed() {
    add(40, 10, 30, 20);
    assertThat(percentile("50")).isEqualTo(20);
    assertThat(percentile("50.1")).isEqualTo(30);
    assertThat(percentile("99")).isEqualTo(40);
    assertThat(percentile("0")).isEqualTo(10);
  }

  @Test
  void percentilesAreThoseOfASortedArrayWhateverTheOrder() {
    Random random = new Random(7);
    long[] values = random.longs(1000, 0, 1_000_000_000_000L).toArray();
    add(values);
    Arrays.sort(values);
    for (int rank = 1; rank <= 1000; rank++) {
      assertThat(percentile(BigDecimal.valueOf(rank, 1).toPlainString()))
          .isEqualTo(values[rank - 1]);
    }
  }

  @Test
  void beyondTheExactOnesPercentilesAreRightToThreeDigits() {
    int count = 3 * Samples.EXACT;
    for (int i = 1; i <= count; i++) {
      samples.add(i * 1000L);
    }
    assertThat((double) percentile("99") / (count * 990L)).isBetween(0.999, 1.001);
    assertThat(samples.largest()).isEqualTo(count * 1000L);
    assertThat(samples.least()).isEqualTo(1000);
    assertThat(samples.count()).isEqualTo(count);
    assertThat(percentile("100")).isLessThanOrEqualTo(samples.largest());
  }

  @Test
  void meanAndDeviationAreThoseOfThePopulation() {
    add(2, 4, 4, 4, 5, 5, 7, 9);
    assertThat(samples.mean()).isEqualByComparingTo("5");
    assertThat(samples.standardDeviation()).isEqualByComparingTo("2");
  }

  @Test
  void largeSamplesDoNotOverflowTheSum() {
    add(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(samples.mean().doubleValue()).isEqualTo((double) Long.MAX_VALUE);
    assertThat(samples.standardDeviation().signum()).isZero();
  }

  @Test
  void aWideSumIsExact() {
    WideSum sum = new WideSum();
    BigInteger expected = BigInteger.ZERO;
    Random random = new Random(11);
    for (int i = 0; i < 1000; i++) {
      long value = random.nextLong() >>> 2;
      sum.addProduct(value, value);
      expected = expected.add(BigInteger.valueOf(value).multiply(BigInteger.valueOf(value)));
      if (expected.bitLength() > 126) {
        break;
      }
      assertThat(sum.exact()).isEqualTo(expected);
    }
  }

  @Test
  void withoutSamplesOnlyTheCountHasAValue() {
    assertThat(Statistic.SHOWN.stream().filter(it -> it.value(samples, unit()).isPresent()))
        .extracting(Statistic::name)
        .containsExactly("count");
  }

  private static Unit unit() {
    return Unit.DURATION;
  }
}
