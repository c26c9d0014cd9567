package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Sizes: whole bytes, never negative, that fit in 63 bits. */
final class BytesShape implements Shape {

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private static final Map<String, Long> BYTES =
      UnitNames.of(
          Map.of(
              "B b byte bytes", 1L,
              "kB kilobyte kilobytes", 1_000L,
              "MB megabyte megabytes", 1_000_000L,
              "GB gigabyte gigabytes", 1_000_000_000L,
              "TB terabyte terabytes", 1_000_000_000_000L,
              "K k Ki KiB kibibyte kibibytes", 1L << 10,
              "M m Mi MiB mebibyte mebibytes", 1L << 20,
              "G g Gi GiB gibibyte gibibytes", 1L << 30,
              "T t Ti TiB tebibyte tebibytes", 1L << 40));

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    Optional<Measure> measure = Measure.parse(Slot.text(value));
    Optional<BigDecimal> bytes =
        measure
            .filter(it -> !it.needsUnit())
            .flatMap(BytesShape::bytes)
            .filter(slot.limits()::allow);
    if (bytes.filter(BytesShape::fits).isEmpty()) {
      slot.mustBe(wanted(slot.limits()), value, hint(measure));
      return Optional.empty();
    }
    return bytes.map(exact -> new Bytes(exact.longValueExact()));
  }

  @Override
  public String wanted(Limits limits) {
    return limits.positive() ? "a size above 0, such as 64 KiB" : "a size such as 64 KiB";
  }

  private static String hint(Optional<Measure> measure) {
    return measure.isPresent() && measure.get().needsUnit()
        ? " (it needs a unit: B, kB, KiB, MB, MiB, GB, GiB)"
        : "";
  }

  private static Optional<BigDecimal> bytes(Measure measure) {
    Long unit = measure.unit().isEmpty() ? Long.valueOf(1) : BYTES.get(measure.unit());
    return unit == null
        ? Optional.empty()
        : Optional.of(measure.number().multiply(BigDecimal.valueOf(unit)));
  }

  private static boolean fits(BigDecimal bytes) {
    return bytes.signum() == 0
        || (bytes.signum() > 0
            && bytes.compareTo(MOST) <= 0
            && bytes.stripTrailingZeros().scale() <= 0);
  }
}
