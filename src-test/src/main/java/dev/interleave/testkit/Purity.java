package dev.interleave.testkit;

import dev.interleave.testkit.check.ClocksAndDice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks into class files of a driver or a policy: its class, and what that uses of its package. */
final class Purity {
  private final String home;
  private final ClassLoader loader;
  private final Set<String> seen = new LinkedHashSet<>();
  private final Deque<Class<?>> ahead = new ArrayDeque<>();

  private Purity(Class<?> first) {
    this.home = first.getPackageName() + ".";
    this.loader = first.getClassLoader();
    seen.add(first.getName());
    ahead.add(first);
  }

  /**
   * The calls that it may not make, each in words; a lambda is looked at in the class around it.
   */
  static List<String> faultsOf(Class<?> type) {
    return new Purity(type.isHidden() ? type.getNestHost() : type).faults();
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
