package dev.interleave.sim.metric;

import dev.interleave.kernel.config.MetricDefinition.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One number about samples: {@code count}, {@code min}, {@code mean}, {@code sd} (standard
 * deviation), {@code max}, or a percentile such as {@code p50} or {@code p99.9}.
 */
record Statistic(String name, Function<Samples, BigDecimal> of) {

  private static final String COUNT = "count";
  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,6})?|100)");

  /** Those that reports show, in their order. */
  static final List<Statistic> SHOWN =
      List.of(
          new Statistic(COUNT, samples -> BigDecimal.valueOf(samples.count())),
          new Statistic("min", samples -> BigDecimal.valueOf(samples.least())),
          new Statistic("mean", Samples::mean),
          percentile("p50", "50"),
          percentile("p90", "90"),
          percentile("p99", "99"),
          new Statistic("max", samples -> BigDecimal.valueOf(samples.largest())),
          new Statistic("sd", Samples::standardDeviation));

  /** The statistic of that name; any percentile has one. */
  static Optional<Statistic> named(String name) {
    Optional<Statistic> shown = SHOWN.stream().filter(it -> it.name.equals(name)).findFirst();
    return shown.or(() -> percentile(name));
  }

  /** Whether it is about how many samples there were, and so has a value without any. */
  boolean counts() {
    return name.equals(COUNT);
  }

  /** Its value's unit, for samples of {@code unit}. */
  Unit unit(Unit unit) {
    return counts() ? Unit.NUMBER : unit;
  }

  /** Its value; empty without samples. */
  Optional<Value> value(Samples samples, Unit unit) {
    return samples.count() == 0 && !counts()
        ? Optional.empty()
        : Optional.of(new Value.Quantity(unit(unit), of.apply(samples)));
  }

  private static Optional<Statistic> percentile(String name) {
    Matcher form = PERCENTILE.matcher(name);
    return form.matches() ? Optional.of(percentile(name, form.group(1))) : Optional.empty();
  }

  private static Statistic percentile(String name, String percent) {
    BigDecimal exact = new BigDecimal(percent);
    return new Statistic(name, samples -> BigDecimal.valueOf(samples.percentile(exact)));
  }
}
