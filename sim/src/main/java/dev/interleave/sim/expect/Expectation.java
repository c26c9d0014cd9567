package dev.interleave.sim.expect;

import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.sim.expect.Checked.Verdict;
import dev.interleave.sim.metric.Amounts;
import dev.interleave.sim.metric.MetricCatalog;
import dev.interleave.sim.metric.Metrics;
import dev.interleave.sim.metric.Value;
import java.util.Optional;

/**
 * One line of a scenario's {@code expect} list: {@code [DISPATCHERS] METRIC COMPARISON VALUE}.
 *
 * <p>The metric is one of {@code interleave list metrics}. The comparison is {@code < <= > >= =
 * !=}, or {@code contains} for texts. The value is a number, a duration ({@code 5 ms}), a size
 * ({@code 64 KiB}), a percentage ({@code 1.2 %}) or a quoted text, as the metric's unit asks. In
 * front, {@code [simulated]}, {@code [one-thread, multicore 2]} and the like say on which
 * dispatchers (with how many cores) it is checked; without it, on all.
 *
 * <p>A metric without a value (no sample was taken, nothing was published) meets nothing.
 */
public final class Expectation {
  private final String text;
  private final String where;
  private final Applies applies;
  private final String metric;
  private final Comparison comparison;
  private final Value wanted;

  Expectation(
      String text,
      String where,
      Applies applies,
      String metric,
      Comparison comparison,
      Value wanted) {
    this.text = text;
    this.where = where;
    this.applies = applies;
    this.metric = metric;
    this.comparison = comparison;
    this.wanted = wanted;
  }

  /**
   * Reads one expectation.
   *
   * @param catalog which metrics there are
   * @param mistakes takes what is wrong, with what would be right
   * @return empty when something was wrong
   */
  public static Optional<Expectation> parse(
      ConfigValue value, MetricCatalog catalog, Mistakes mistakes) {
    return new ExpectationReader(value, catalog, mistakes).read();
  }

  /** Checks it against what a run on {@code machine} measured. */
  public Checked check(Metrics metrics, Machine machine) {
    if (!applies.to(machine)) {
      return new Checked(text, where, Verdict.SKIPPED, "");
    }
    Optional<Value> measured = metrics.find(metric);
    boolean met = measured.filter(this::holds).isPresent();
    String shown = measured.map(this::shown).orElse("nothing");
    return new Checked(text, where, met ? Verdict.MET : Verdict.UNMET, shown);
  }

  private boolean holds(Value measured) {
    if (measured instanceof Value.Quantity number && wanted instanceof Value.Quantity limit) {
      return comparison.holds(number.amount().compareTo(limit.amount()));
    }
    return measured instanceof Value.Words words
        && wanted instanceof Value.Words part
        && comparison.holds(words.text(), part.text());
  }

  /** Rounded, unless that would look as if the verdict were another. */
  private String shown(Value measured) {
    if (measured instanceof Value.Quantity number) {
      Value rounded = new Value.Quantity(number.unit(), Amounts.rounded(number));
      return holds(rounded) == holds(measured) ? Amounts.shown(measured) : Amounts.exact(measured);
    }
    return Amounts.shown(measured);
  }
}
