package dev.interleave.sim.scenario;

import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks who uses whom, once all names are known. */
final class Wiring {

  private final List<ComponentBlock> components;
  private final Set<String> drivers;
  private final Set<String> programs;
  private final Mistakes mistakes;

  Wiring(List<ComponentBlock> components, Mistakes mistakes) {
    this.components = components;
    this.drivers = names(Kind.DRIVER);
    this.programs = names(Kind.PROGRAM);
    this.mistakes = mistakes;
  }

  void check() {
    components.forEach(this::checkName);
    components.forEach(this::checkUses);
    new StartCycles(components, mistakes).check();
  }

  /** Drivers and programs share one space of names. */
  private void checkName(ComponentBlock component) {
    String name = component.name();
    if (component.kind() == Kind.PROGRAM && drivers.contains(name)) {
      mistakes.add(component.block(), "there is a driver " + name + " already", name);
    }
  }

  private void checkUses(ComponentBlock component) {
    for (ConfigValue use : component.uses()) {
      String name = use.unwrapped().toString();
      if (name.equals(component.name())) {
        mistakes.add(use, component.owner() + " cannot use itself", name);
      } else if (!drivers.contains(name)) {
        mistakes.add(use, unknown(name), name);
      }
    }
  }

  private String unknown(String name) {
    return programs.contains(name)
        ? name + " is a program: only drivers can be used"
        : "no driver '" + name + "' in this scenario" + Nearest.hintOrList(name, drivers);
  }

  private Set<String> names(Kind kind) {
    return components.stream()
        .filter(it -> it.kind() == kind)
        .map(ComponentBlock::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
