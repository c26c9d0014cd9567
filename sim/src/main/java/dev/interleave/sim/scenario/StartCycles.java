package dev.interleave.sim.scenario;

import dev.interleave.kernel.NeedsPeers;
import dev.interleave.kernel.config.Mistakes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds drivers that could never start, since each in a circle waits for the next one. */
final class StartCycles {

  private final Map<String, ComponentBlock> waiting = new LinkedHashMap<>();
  private final Mistakes mistakes;

  StartCycles(List<ComponentBlock> components, Mistakes mistakes) {
    components.stream().filter(StartCycles::needsPeers).forEach(it -> waiting.put(it.name(), it));
    this.mistakes = mistakes;
  }

  /** Tells one circle, if there is any: without it the others may be gone too. */
  void check() {
    while (waiting.values().removeIf(it -> waitsFor(it) == null)) {
      // Whoever waits for nobody starts, and so do those that wait for them only.
    }
    waiting.values().stream().findFirst().ifPresent(this::tell);
  }

  private void tell(ComponentBlock first) {
    List<String> path = new ArrayList<>();
    String name = first.name();
    while (!path.contains(name)) {
      path.add(name);
      name = Objects.requireNonNull(waitsFor(Objects.requireNonNull(waiting.get(name))));
    }
    List<String> circle = path.subList(path.indexOf(name), path.size());
    String words = String.join(" -> ", circle) + " -> " + name;
    ComponentBlock at = Objects.requireNonNull(waiting.get(name));
    mistakes.add(
        at.block(), "drivers " + words + " cannot start: each needs the next one first", name);
  }

  /** One that {@code component} waits for, itself excepted; null when there is none. */
  private @Nullable String waitsFor(ComponentBlock component) {
    return component.useNames().stream()
        .filter(it -> waiting.containsKey(it) && !it.equals(component.name()))
        .findFirst()
        .orElse(null);
  }

  private static boolean needsPeers(ComponentBlock component) {
    return component
        .typed()
        .filter(it -> it.type().isAnnotationPresent(NeedsPeers.class))
        .isPresent();
  }
}
