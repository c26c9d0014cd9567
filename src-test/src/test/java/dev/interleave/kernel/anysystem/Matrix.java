package dev.interleave.kernel.anysystem;

import dev.interleave.testkit.jvm.FreshJvm;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The large comparison, as a command: every program and every shipped scenario, with many seeds, in
 * many JVMs of every JDK; prints a table. Fails when a digest differs or a run has not ended well.
 */
final class Matrix {
  /** Which digests each run had, by its name and seed. */
  private final Map<String, Set<String>> answers = new TreeMap<>();

  private final Map<String, Integer> runs = new TreeMap<>();
  private final Map<String, Integer> wrong = new TreeMap<>();

  private Matrix() {}

  /**
   * Compares.
   *
   * @param arguments the number of JVMs of each JDK (20 without) and of seeds (20 without)
   */
  public static void main(String[] arguments) {
    int jvms = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    String seeds = arguments.length > 1 ? arguments[1] : "20";
    Matrix matrix = new Matrix();
    for (FreshJvm jvm : FreshJvm.ofEachJdk(jvms)) {
      int before = matrix.count();
      jvm.run(Programs.class, seeds).forEach(matrix::take);
      jvm.run(ShippedRuns.class, seeds).forEach(matrix::take);
      System.out.println(matrix.count() - before + " runs on " + jvm);
    }
    System.exit(matrix.table() ? 0 : 1);
  }

  private int count() {
    return runs.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void take(String line) {
    String[] words = line.split(" ", 3);
    answers.computeIfAbsent(words[0] + " " + words[1], key -> new TreeSet<>()).add(words[2]);
    runs.merge(words[0], 1, Integer::sum);
    wrong.merge(words[0], words[2].contains(" FAILED") ? 1 : 0, Integer::sum);
  }

  /** Prints it; whether all is well. */
  private boolean table() {
    Map<String, Integer> split = new TreeMap<>();
    answers.forEach(
        (key, set) -> split.merge(key.split(" ")[0], set.size() > 1 ? 1 : 0, Integer::sum));
    System.out.printf("%-28s %8s %8s %8s%n", "what", "runs", "split", "failed");
    runs.forEach(
        (what, n) ->
            System.out.printf("%-28s %8d %8d %8d%n", what, n, split.get(what), wrong.get(what)));
    answers.forEach((key, set) -> show(key, set));
    boolean even = runs.values().stream().distinct().count() == 1;
    System.out.println(
        even ? count() + " runs" : "not everything ran everywhere: see the column of runs");
    return even && sum(split) == 0 && sum(wrong) == 0;
  }

  private static void show(String key, Set<String> set) {
    if (set.size() > 1) {
      System.out.println(key + " " + set);
    }
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
