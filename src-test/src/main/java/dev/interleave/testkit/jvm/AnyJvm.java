package dev.interleave.testkit.jvm;

import java.util.List;

/**
 * The check that a run is the same in any JVM: in fresh ones that differ in hash seed, collector,
 * number of processors, time zone and locale, on every JDK that is found.
 */
public final class AnyJvm {
  private AnyJvm() {}

  /**
   * Runs a scenario on the simulated dispatcher in {@code jvms} JVMs and compares every event.
   *
   * @param scenario a file, or the text when it has a brace
   * @param sets overrides, each {@code KEY=VALUE}
   * @return the digest
   * @throws AssertionError that names the first event in which two JVMs differ
   */
  public static String sameTrace(int jvms, String scenario, String... sets) {
    String[] arguments = new String[sets.length + 1];
    arguments[0] = scenario;
    System.arraycopy(sets, 0, arguments, 1, sets.length);
    List<String> lines = sameOutput(jvms, ScenarioTrace.class, arguments);
    return lines.get(lines.size() - 1);
  }

  /**
   * Runs a program in {@code jvms} JVMs and compares what it prints, line by line.
   *
   * @param main a class with a {@code main} method, on the class path of this JVM
   * @return what it prints in each of them
   * @throws AssertionError that names the first line in which two JVMs differ
   */
  public static List<String> sameOutput(int jvms, Class<?> main, String... arguments) {
    List<FreshJvm> several = FreshJvm.several(jvms);
    FreshJvm first = several.get(0);
    List<String> lines = first.run(main, arguments);
    for (FreshJvm other : several.subList(1, several.size())) {
      compare(first, lines, other, other.run(main, arguments));
    }
    return lines;
  }

  private static void compare(
      FreshJvm one, List<String> lines, FreshJvm other, List<String> otherLines) {
    int most = Math.max(lines.size(), otherLines.size());
    for (int i = 0; i < most; i++) {
      if (!line(lines, i).equals(line(otherLines, i))) {
        throw new AssertionError(
            "line %d differs%n  %s%n    in %s%n  %s%n    in %s"
                .formatted(i + 1, line(lines, i), one, line(otherLines, i), other));
      }
    }
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "(the end)";
  }
}
