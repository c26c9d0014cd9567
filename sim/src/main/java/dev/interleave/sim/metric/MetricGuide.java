package dev.interleave.sim.metric;

import dev.interleave.kernel.config.Definition;
import dev.interleave.kernel.config.MetricDefinition;
import dev.interleave.kernel.config.MetricDefinition.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every metric that there can be, for people. */
public final class MetricGuide {

  private MetricGuide() {}

  /**
   * One line of the guide.
   *
   * @param name {@code TASK} and {@code STAT} stand for any task and any statistic
   * @param unit in a word
   * @param meaning one phrase
   */
  public record Line(String name, String unit, String meaning) {}

  /** What the statistics of samples are called. */
  public static List<String> statistics() {
    return Stream.concat(Statistic.SHOWN.stream().map(Statistic::name), Stream.of("p99.9"))
        .toList();
  }

  /** Those of the machine. */
  public static List<Line> machine() {
    return Stream.of(MachineMetric.values())
        .map(it -> new Line(it.key, word(it.unit), it.meaning))
        .toList();
  }

  /** Those of every task, and of every component with all its tasks. */
  public static List<Line> task() {
    List<Line> lines = new ArrayList<>();
    Stream.of(TaskMetric.values())
        .forEach(it -> lines.add(new Line("TASK." + it.key, word(it.unit), it.meaning)));
    String waited = "TASK." + TaskMetric.WAITED + ".STAT";
    lines.add(new Line(waited, word(Unit.DURATION), TaskMetric.WAITED_MEANING));
    lines.add(new Line("TASK.drops.PLACE", word(Unit.NUMBER), "what was lost at that place"));
    return lines;
  }

  /** Those that a type declares; {@code subject} stands for its components. */
  public static List<Line> of(Definition type, String subject) {
    return type.metrics().stream()
        .map(it -> new Line(name(subject, it), word(it.unit()), it.meaning()))
        .toList();
  }

  private static String name(String subject, MetricDefinition metric) {
    String name = subject + "." + metric.name();
    return metric.kind() == MetricDefinition.Kind.SAMPLE ? name + ".STAT" : name;
  }

  private static String word(Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
