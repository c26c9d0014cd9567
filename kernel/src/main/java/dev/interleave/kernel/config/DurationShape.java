package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Durations: whole nanoseconds, never negative, below 2^62 ns (146 years), so that sums fit. */
final class DurationShape implements Shape {

  private static final BigDecimal MOST = BigDecimal.valueOf(1L << 62);

  private static final Map<String, Long> NANOS = units();

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    Limits limits = slot.limits().notNegative();
    Optional<Measure> measure = Measure.parse(Slot.text(value));
    Optional<BigDecimal> nanos = measure.flatMap(DurationShape::nanos);
    Optional<String> wrong = wrong(measure, nanos, limits);
    wrong.ifPresent(more -> slot.mustBe(wanted(slot.limits()), value, more));
    return wrong.isPresent()
        ? Optional.empty()
        : nanos.map(exact -> Duration.ofNanos(exact.longValueExact()));
  }

  @Override
  public String wanted(Limits limits) {
    return limits.positive() ? "a duration above 0, such as 4 ms" : "a duration such as 4 ms";
  }

  /** What is wrong beyond not being a duration; nothing when it is right. */
  private static Optional<String> wrong(
      Optional<Measure> measure, Optional<BigDecimal> nanos, Limits limits) {
    if (measure.isEmpty()) {
      return Optional.of("");
    }
    if (measure.get().needsUnit()) {
      return Optional.of(" (it needs a unit: ns, us, ms, s, m, h, d)");
    }
    if (nanos.isEmpty()) {
      return Optional.of(" (units are ns, us, ms, s, m, h, d)");
    }
    return outside(nanos.get(), limits);
  }

  private static Optional<String> outside(BigDecimal nanos, Limits limits) {
    if (nanos.signum() < 0 || !limits.allow(nanos)) {
      return Optional.of(limits.positive() ? "" : " (it cannot be negative)");
    }
    if (nanos.compareTo(MOST) > 0) {
      return Optional.of(" (the most is 146 years)");
    }
    return nanos.signum() != 0 && nanos.stripTrailingZeros().scale() > 0
        ? Optional.of(" (the least unit is a whole ns)")
        : Optional.empty();
  }

  private static Optional<BigDecimal> nanos(Measure measure) {
    Long unit = measure.unit().isEmpty() ? Long.valueOf(1) : NANOS.get(measure.unit());
    return unit == null
        ? Optional.empty()
        : Optional.of(measure.number().multiply(BigDecimal.valueOf(unit)));
  }

  private static Map<String, Long> units() {
    return UnitNames.of(
        Map.of(
            "ns nano nanos nanosecond nanoseconds", 1L,
            "us \u00b5s \u03bcs micro micros microsecond microseconds", 1_000L,
            "ms milli millis millisecond milliseconds", 1_000_000L,
            "s second seconds", 1_000_000_000L,
            "m minute minutes", 60_000_000_000L,
            "h hour hours", 3_600_000_000_000L,
            "d day days", 86_400_000_000_000L,
            "w week weeks", 604_800_000_000_000L,
            "y year years", 31_536_000_000_000_000L));
  }
}
