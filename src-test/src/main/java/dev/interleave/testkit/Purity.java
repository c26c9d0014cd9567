package dev.interleave.testkit;

import dev.interleave.testkit.check.ClocksAndDice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks into the class files of a driver: its class, and what that uses of its own package. */
final class Purity {
  private final String home;
  private final ClassLoader loader;
  private final Set<String> seen = new LinkedHashSet<>();
  private final Deque<Class<?>> ahead = new ArrayDeque<>();

  private Purity(Class<?> driver) {
    this.home = driver.getPackageName() + ".";
    this.loader = driver.getClassLoader();
    seen.add(driver.getName());
    ahead.add(driver);
  }

  /** The calls that a driver may not make, each in words. */
  static List<String> faultsOf(Class<?> driver) {
    return new Purity(driver).faults();
  }

  private List<String> faults() {
    List<String> faults = new ArrayList<>();
    while (!ahead.isEmpty()) {
      Class<?> next = ahead.remove();
      ClassCalls file = ClassCalls.of(next);
      file.calls().stream()
          .filter(call -> ClocksAndDice.has(call.owner(), call.name(), call.parameters()))
          .forEach(
              call -> faults.add(next.getName() + " calls " + call.owner() + "." + call.name()));
      file.classes().forEach(this::visit);
    }
    return faults;
  }

  private void visit(String name) {
    if (name.startsWith(home) && seen.add(name)) {
      try {
        ahead.add(Class.forName(name, false, loader));
      } catch (ClassNotFoundException absent) {
        throw new IllegalArgumentException(name + " is not there", absent);
      }
    }
  }
}
