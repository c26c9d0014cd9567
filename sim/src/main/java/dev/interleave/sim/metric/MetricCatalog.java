package dev.interleave.sim.metric;

import dev.interleave.kernel.config.MetricDefinition;
import dev.interleave.kernel.config.MetricDefinition.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which metrics a run of a scenario has: those of the machine, those that every task has, and those
 * that the types of the components declare in their {@code reference.conf}. Immutable.
 */
public final class MetricCatalog {

  private final Map<String, Optional<List<MetricDefinition>>> components;

  private MetricCatalog(Map<String, Optional<List<MetricDefinition>>> components) {
    this.components = new LinkedHashMap<>(components);
  }

  /**
   * The catalog of a scenario.
   *
   * @param components by name, what each declares; empty when that is not known, so that nothing
   *     can be said against a name
   */
  public static MetricCatalog of(Map<String, Optional<List<MetricDefinition>>> components) {
    return new MetricCatalog(components);
  }

  /** The component that a task belongs to: {@code vector} of {@code vector.0}. */
  public static String component(String task) {
    int dot = task.indexOf('.');
    return dot < 0 ? task : task.substring(0, dot);
  }

  /** The components, in the order of the scenario. */
  public Set<String> components() {
    return components.keySet();
  }

  /**
   * What the values of {@code name} are.
   *
   * @return empty when there is no such metric
   */
  public Optional<MetricKind> find(String name) {
    Optional<MachineMetric> machine = MachineMetric.named(name);
    if (machine.isPresent()) {
      return machine.map(it -> new MetricKind(Optional.of(it.unit)));
    }
    return MetricName.readings(name).stream().flatMap(it -> kind(it).stream()).findFirst();
  }

  private Optional<MetricKind> kind(MetricName name) {
    if (!components.containsKey(component(name.subject()))) {
      return Optional.empty();
    }
    return unit(name)
        .map(it -> new MetricKind(Optional.of(it)))
        .or(() -> declares(name) ? Optional.empty() : Optional.of(MetricKind.UNKNOWN));
  }

  private Optional<Unit> unit(MetricName name) {
    return TaskMetric.named(name.key())
        .map(it -> it.unit)
        .or(() -> name.statisticOf(TaskMetric.WAITED).map(it -> it.unit(Unit.DURATION)))
        .or(() -> name.key().startsWith("drops.") ? Optional.of(Unit.NUMBER) : Optional.empty())
        .or(() -> declared(name).map(it -> unit(name, it)));
  }

  private static Unit unit(MetricName name, MetricDefinition metric) {
    return name.statisticOf(metric.name())
        .map(it -> it.unit(metric.unit()))
        .orElseGet(metric::unit);
  }

  /** Whether it is known what the component of {@code name} declares. */
  private boolean declares(MetricName name) {
    return definitions(name).isPresent();
  }

  private Optional<List<MetricDefinition>> definitions(MetricName name) {
    return components.getOrDefault(component(name.subject()), Optional.empty());
  }

  /** The declaration that {@code name} is about. */
  Optional<MetricDefinition> declared(MetricName name) {
    return definitions(name).stream()
        .flatMap(List::stream)
        .filter(it -> isAbout(name, it))
        .findFirst();
  }

  private static boolean isAbout(MetricName name, MetricDefinition metric) {
    return metric.kind() == MetricDefinition.Kind.SAMPLE
        ? name.statisticOf(metric.name()).isPresent()
        : name.key().equals(metric.name());
  }

  /** Whether {@code name} has a value even when its task never was: the scenario has it. */
  boolean standing(MetricName name) {
    return components.containsKey(name.subject());
  }

  /** All names, in order; of the statistics of samples those that reports show. */
  public List<String> names() {
    Stream<String> machine = Stream.of(MachineMetric.values()).map(it -> it.key);
    Stream<String> others = components.keySet().stream().flatMap(it -> ofComponent(it).stream());
    return Stream.concat(machine, others).toList();
  }

  private List<String> ofComponent(String component) {
    List<String> names = new ArrayList<>();
    components
        .getOrDefault(component, Optional.empty())
        .ifPresent(all -> all.forEach(metric -> names.addAll(shown(component, metric))));
    names.addAll(ofTask(component));
    return names;
  }

  private static List<String> shown(String component, MetricDefinition metric) {
    String name = component + "." + metric.name();
    return metric.kind() == MetricDefinition.Kind.SAMPLE ? statistics(name) : List.of(name);
  }

  /** The metrics that every task has. */
  static List<String> ofTask(String subject) {
    List<String> names = new ArrayList<>();
    Stream.of(TaskMetric.values()).forEach(it -> names.add(subject + "." + it.key));
    names.addAll(statistics(subject + "." + TaskMetric.WAITED));
    return names;
  }

  private static List<String> statistics(String name) {
    return Statistic.SHOWN.stream().map(it -> name + "." + it.name()).toList();
  }
}
