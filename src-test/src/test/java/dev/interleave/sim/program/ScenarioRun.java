package dev.interleave.sim.program;

import dev.interleave.kernel.Host;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.kernel.trace.Event;
import dev.interleave.sim.scenario.Scenario;
import dev.interleave.sim.scenario.Surroundings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of a scenario, with all that it measured. */
public record ScenarioRun(Outcome outcome, Optional<String> digest, List<Event> events) {

  /** Runs the scenario in {@code text} on a simulated machine with one core. */
  public static ScenarioRun simulated(String text, String... sets) {
    return on("simulated", text, sets);
  }

  /** Runs the scenario in {@code text} on a dispatcher. */
  public static ScenarioRun on(String dispatcher, String text, String... sets) {
    return run("-", text, dispatcher, Host.NONE, sets);
  }

  /** Runs a shipped scenario on a dispatcher. */
  public static ScenarioRun shipped(String name, String dispatcher, Host host, String... sets) {
    return run(name, "", dispatcher, host, sets);
  }

  /** The scenario in {@code text}, read only. */
  public static Scenario load(String text, String... sets) {
    return load("-", text, List.of(sets));
  }

  private static Scenario load(String file, String text, List<String> sets) {
    ClassLoader classes = ScenarioRun.class.getClassLoader();
    Surroundings process = Surroundings.ofProcess(classes);
    ByteArrayInputStream stdin = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return Scenario.load(file, sets, new Surroundings(process.home(), classes, Map.of(), stdin));
  }

  private static ScenarioRun run(
      String file, String text, String dispatcher, Host host, String... sets) {
    List<String> all = new ArrayList<>(List.of("dispatcher.type=" + dispatcher));
    all.addAll(List.of(sets));
    List<Event> events = Collections.synchronizedList(new ArrayList<>());
    Kernel kernel = Kernel.boot(load(file, text, all).plan(), List.of(events::add), host);
    Outcome outcome = kernel.run();
    return new ScenarioRun(outcome, kernel.digest(), List.copyOf(events));
  }

  public Duration elapsed() {
    return outcome.elapsed();
  }

  /** All samples of {@code task.metric} in order. */
  public List<Duration> samples(String metric) {
    Map<Integer, String> names = names();
    return events.stream()
        .filter(Event.Measured.class::isInstance)
        .map(Event.Measured.class::cast)
        .filter(it -> metric.equals(names.get(it.task()) + "." + it.metric()))
        .map(it -> Duration.ofNanos(it.value()))
        .toList();
  }

  /** What the counter {@code task.metric} came to. */
  public long count(String metric) {
    Map<Integer, String> names = names();
    return events.stream()
        .filter(Event.Counted.class::isInstance)
        .map(Event.Counted.class::cast)
        .filter(it -> metric.equals(names.get(it.task()) + "." + it.metric()))
        .mapToLong(Event.Counted::amount)
        .sum();
  }

  /** The last text that was published as {@code task.metric}; empty without one. */
  public String text(String metric) {
    Map<Integer, String> names = names();
    return events.stream()
        .filter(Event.Published.class::isInstance)
        .map(Event.Published.class::cast)
        .filter(it -> metric.equals(names.get(it.task()) + "." + it.metric()))
        .map(Event.Published::text)
        .reduce("", (earlier, later) -> later);
  }

  /** How much was lost, anywhere. */
  public long drops() {
    return events.stream()
        .filter(Event.Dropped.class::isInstance)
        .mapToLong(it -> ((Event.Dropped) it).amount())
        .sum();
  }

  /** When {@code task} ended, since boot. */
  public Duration end(String task) {
    Map<Integer, String> names = names();
    return events.stream()
        .filter(it -> it instanceof Event.Stopped && task.equals(names.get(it.task())))
        .map(it -> Duration.ofNanos(it.at()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(task + " did not end"));
  }

  /** Every task that ever was, in order. */
  public List<String> tasks() {
    return List.copyOf(names().values());
  }

  private Map<Integer, String> names() {
    Map<Integer, String> names = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof Event.Started started) {
        names.put(started.task(), started.name());
      }
    }
    return names;
  }
}
