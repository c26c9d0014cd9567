package dev.interleave.sim.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.config.MetricDefinition.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @Test
  void oneIsSingular() {
    assertThat(Amounts.count(1, "turn")).isEqualTo("1 turn");
    assertThat(Amounts.count(0, "turn")).isEqualTo("0 turns");
    assertThat(Amounts.count(2, "drop")).isEqualTo("2 drops");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "999, 999 ns",
    "1000, 1 us",
    "412345, 412 us",
    "999999, 1 ms",
    "25000000, 25 ms",
    "1940000000, 1.94 s",
    "12400000000, 12.4 s",
    "720000000000, 720 s"
  })
  void aDurationHasThreeDigitsInItsShortestUnit(long nanos, String words) {
    assertThat(Amounts.duration(Duration.ofNanos(nanos))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, 1234567, 1234567",
    "NUMBER, 1.23456, 1.23",
    "BYTES, 1000, 1000 B",
    "BYTES, 65536, 64 KiB",
    "BYTES, 1500000, 1.43 MiB",
    "PERCENT, 1.2345, 1.23 %",
    "DURATION, 0.5, 0.5 ns"
  })
  void everyUnitIsShownInItsOwnWay(Unit unit, BigDecimal amount, String words) {
    assertThat(Amounts.shown(new Value.Quantity(unit, amount))).isEqualTo(words);
  }

  @Test
  void anExactValueHasAllItsDigits() {
    assertThat(Amounts.exact(new Value.Quantity(Unit.DURATION, BigDecimal.valueOf(50_000_001))))
        .isEqualTo("50.000001 ms");
  }
}
