package dev.interleave.sim.metric;

import dev.interleave.kernel.config.MetricDefinition;
import dev.interleave.kernel.config.MetricDefinition.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of all metrics of one run. */
public final class Metrics {
  private static final String PLACES = "drops.";

  private final MetricCatalog catalog;
  private final MachineTotals machine;
  private final Map<String, TaskTotals> totals;

  Metrics(MetricCatalog catalog, MachineTotals machine, Map<String, TaskTotals> totals) {
    this.catalog = catalog;
    this.machine = machine;
    this.totals = totals;
  }

  /**
   * The value of a metric.
   *
   * @return empty when there is no such metric, or nothing was sampled or published
   */
  public Optional<Value> find(String name) {
    Optional<MachineMetric> whole = MachineMetric.named(name);
    if (whole.isPresent()) {
      return whole.map(it -> it.of(machine));
    }
    return MetricName.readings(name).stream().flatMap(it -> of(it).stream()).findFirst();
  }

  /** The exact nanoseconds or number of a metric that is a quantity; 0 when it has no value. */
  public long amount(String name) {
    return find(name)
        .filter(Value.Quantity.class::isInstance)
        .map(it -> ((Value.Quantity) it).amount().longValue())
        .orElse(0L);
  }

  private Optional<Value> of(MetricName name) {
    TaskTotals task = totals.get(name.subject());
    if (task == null) {
      return catalog.standing(name) ? of(name, new TaskTotals()) : Optional.empty();
    }
    return of(name, task);
  }

  private Optional<Value> of(MetricName name, TaskTotals task) {
    return TaskMetric.named(name.key())
        .map(it -> it.of(task))
        .or(() -> sample(name, TaskMetric.WAITED, task.waited, Unit.DURATION))
        .or(() -> place(name, task))
        .or(() -> declared(name, task))
        .or(() -> undeclared(name, task));
  }

  private static Optional<Value> place(MetricName name, TaskTotals task) {
    return name.key().startsWith(PLACES)
        ? Optional.of(
            Value.Quantity.of(Unit.NUMBER, task.lost(name.key().substring(PLACES.length()))))
        : Optional.empty();
  }

  private Optional<Value> declared(MetricName name, TaskTotals task) {
    return catalog.declared(name).flatMap(it -> declared(name, it, task));
  }

  private static Optional<Value> declared(
      MetricName name, MetricDefinition metric, TaskTotals task) {
    return switch (metric.kind()) {
      case SAMPLE -> {
        Samples samples = task.measured.getOrDefault(metric.name(), new Samples());
        yield sample(name, metric.name(), samples, metric.unit());
      }
      case COUNT -> Optional.of(Value.Quantity.of(metric.unit(), task.counted(metric.name())));
      case TEXT -> Optional.ofNullable(task.published.get(metric.name())).map(Value.Words::new);
    };
  }

  /** What no {@code reference.conf} declares is a plain number, or a text. */
  private static Optional<Value> undeclared(MetricName name, TaskTotals task) {
    Optional<Value> counted =
        Optional.ofNullable(task.counted.get(name.key()))
            .map(it -> Value.Quantity.of(Unit.NUMBER, it));
    return counted
        .or(() -> Optional.ofNullable(task.published.get(name.key())).map(Value.Words::new))
        .or(
            () ->
                task.measured.entrySet().stream()
                    .flatMap(it -> sample(name, it.getKey(), it.getValue(), Unit.NUMBER).stream())
                    .findFirst());
  }

  private static Optional<Value> sample(
      MetricName name, String metric, Samples samples, Unit unit) {
    return name.statisticOf(metric).flatMap(it -> it.value(samples, unit));
  }

  /**
   * Every metric that has a value: the machine's, then those of the components in the order of the
   * scenario, then those of single tasks.
   */
  public Map<String, Value> all() {
    Map<String, Value> all = new LinkedHashMap<>();
    for (String name : names()) {
      find(name).ifPresent(value -> all.put(name, value));
    }
    return all;
  }

  /** The names that {@link #all()} asks for: some of them may have no value. */
  public List<String> names() {
    List<String> names = new ArrayList<>(catalog.names());
    totals.forEach(
        (subject, task) -> {
          if (!catalog.components().contains(subject)) {
            names.addAll(MetricCatalog.ofTask(subject));
          }
          task.drops.keySet().forEach(place -> names.add(subject + "." + PLACES + place));
        });
    return names;
  }

  /** Every text that a component published last, by metric. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    totals.forEach(
        (subject, task) ->
            task.published.forEach((metric, text) -> texts.put(subject + "." + metric, text)));
    return texts;
  }

  /** Every counter, by metric. */
  public Map<String, Long> counters() {
    Map<String, Long> counters = new LinkedHashMap<>();
    totals.forEach(
        (subject, task) ->
            task.counted.forEach((metric, sum) -> counters.put(subject + "." + metric, sum)));
    return counters;
  }
}
