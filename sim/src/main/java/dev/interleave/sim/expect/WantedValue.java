package dev.interleave.sim.expect;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import dev.interleave.kernel.config.Binder;
import dev.interleave.kernel.config.Bytes;
import dev.interleave.kernel.config.MetricDefinition.Unit;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.sim.metric.MetricKind;
import dev.interleave.sim.metric.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the right side of an expectation, in the unit of its metric. */
record WantedValue(ConfigValue source, Mistakes mistakes) {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,3})?");
  private static final Pattern QUOTED = Pattern.compile("'.*'|\".*\"", Pattern.DOTALL);

  Optional<Value> read(String metric, String value, MetricKind kind, Comparison comparison) {
    Unit unit = kind.unit().orElseGet(() -> guess(value));
    if (!(unit == Unit.TEXT ? comparison.ofTexts() : comparison.ofNumbers())) {
      String what = unit == Unit.TEXT ? "a text" : "no text";
      String right = unit == Unit.TEXT ? "=, != or contains" : "< <= > >= = or !=";
      String sign = comparison.sign;
      return wrong(metric + " is " + what + ": compare it with " + right + ", not " + sign, sign);
    }
    return read(metric, value, unit);
  }

  private Optional<Value> read(String metric, String value, Unit unit) {
    return switch (unit) {
      case DURATION ->
          bound(Duration.class, metric, value)
              .map(it -> new Value.Quantity(unit, BigDecimal.valueOf(it.toNanos())));
      case BYTES ->
          bound(Bytes.class, metric, value)
              .map(it -> new Value.Quantity(unit, BigDecimal.valueOf(it.count())));
      case PERCENT -> percent(metric, value);
      case NUMBER -> number(metric, value, unit, "a number such as 0");
      case TEXT -> text(metric, value);
    };
  }

  /** A value as the settings of a scenario have it, read by the same rules. */
  private <T> Optional<T> bound(Class<T> type, String metric, String value) {
    ConfigValue written = ConfigValueFactory.fromAnyRef(value).withOrigin(source.origin());
    return Binder.value(type, written, "what is expected of " + metric, mistakes);
  }

  private Optional<Value> percent(String metric, String value) {
    String number = value.endsWith("%") ? value.substring(0, value.length() - 1).strip() : "";
    String wanted = "a percentage such as 1.2 %";
    return NUMBER.matcher(number).matches()
        ? number(metric, number, Unit.PERCENT, wanted)
        : mustBe(metric, wanted, value);
  }

  private Optional<Value> number(String metric, String value, Unit unit, String wanted) {
    return NUMBER.matcher(value).matches()
        ? Optional.of(new Value.Quantity(unit, new BigDecimal(value)))
        : mustBe(metric, wanted, value);
  }

  private Optional<Value> text(String metric, String value) {
    return QUOTED.matcher(value).matches()
        ? Optional.of(new Value.Words(value.substring(1, value.length() - 1)))
        : mustBe(metric, "a text in quotes such as 'done'", value);
  }

  private Optional<Value> mustBe(String metric, String wanted, String value) {
    String problem = "what is expected of " + metric + " must be " + wanted + ", not " + value;
    return wrong(value.isEmpty() ? problem + "nothing" : problem, value);
  }

  private Optional<Value> wrong(String problem, String word) {
    mistakes.add(source, problem, word);
    return Optional.empty();
  }

  /** For a metric that nobody declares the value's own form must do. */
  private static Unit guess(String value) {
    if (QUOTED.matcher(value).matches()) {
      return Unit.TEXT;
    }
    if (NUMBER.matcher(value).matches()) {
      return Unit.NUMBER;
    }
    return value.endsWith("%") ? Unit.PERCENT : Unit.DURATION;
  }
}
