package dev.interleave.testkit.broken;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The rules of a contract: its tests.
 *
 * @param contract the interface that has them
 */
record Rules<C>(Class<C> contract) {

  Set<String> names() {
    return Arrays.stream(contract.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(method -> method.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Holds {@code kept} to one rule, and throws what that throws. */
  void check(C kept, String rule) throws Throwable {
    try {
      contract.getMethod(rule).invoke(kept);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
