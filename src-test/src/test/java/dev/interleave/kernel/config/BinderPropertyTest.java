package dev.interleave.kernel.config;

import static dev.interleave.kernel.config.Reading.bound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.property.Seeded;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinderPropertyTest {

  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "h", 3_600_000_000_000L);

  @Test
  void everyDurationIsReadExactlyInEveryUnit() {
    Seeded.cases(
        500,
        seeded -> {
          long nanos = seeded.anyLong() >>> seeded.between(2, 63);
          String unit = seeded.oneOf(List.of("ns", "us", "ms", "s"));
          BigDecimal amount = BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(UNITS.get(unit)));
          String written = amount.toPlainString() + (seeded.chance(0.5) ? " " : "") + unit;
          assertThat(bound(BinderTest.Wait.class, "{ value = " + written + " }").value().toNanos())
              .as(written)
              .isEqualTo(nanos);
        });
  }

  @Test
  void everyLongIsReadExactly() {
    Seeded.cases(
        500,
        seeded -> {
          long value = seeded.anyLong() >> seeded.between(0, 63);
          assertThat(bound(BinderTest.Large.class, "{ value = " + value + " }").value())
              .isEqualTo(value);
        });
  }

  @Test
  void everySizeIsReadExactly() {
    Seeded.cases(
        500,
        seeded -> {
          long kibi = seeded.anyLong() >>> seeded.between(11, 63);
          assertThat(bound(BinderTest.Size.class, "{ value = " + kibi + " KiB }").value())
              .isEqualTo(new Bytes(kibi * 1024));
        });
  }

  @Test
  void oneSlipOfTheFingerIsUnderstood() {
    List<String> names = List.of("quantum", "keyboard", "round-robin", "migration-cost", "until");
    Seeded.cases(
        500,
        seeded -> {
          String name = seeded.oneOf(names);
          assertThat(Nearest.to(slip(name, seeded), names)).contains(name);
        });
  }

  /** A letter too many, one missing, one wrong, or two swapped. */
  private static String slip(String name, Seeded seeded) {
    int at = seeded.between(0, name.length() - 2);
    String letter = String.valueOf((char) seeded.between('a', 'z'));
    String before = name.substring(0, at);
    return switch (seeded.between(0, 3)) {
      case 0 -> before + letter + name.substring(at);
      case 1 -> before + name.substring(at + 1);
      case 2 -> before + letter + name.substring(at + 1);
      default -> before + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    };
  }
}
