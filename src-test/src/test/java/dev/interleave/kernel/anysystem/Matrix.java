package dev.interleave.kernel.anysystem;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The large comparison, as a command: every program, many seeds, many JVMs; prints a table. */
final class Matrix {
  private Matrix() {}

  /**
   * Compares.
   *
   * @param arguments the number of JVMs (20 without) and of seeds (20 without)
   */
  public static void main(String[] arguments) {
    int jvms = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    String seeds = arguments.length > 1 ? arguments[1] : "20";
    Map<String, Set<String>> answers = new TreeMap<>();
    Map<String, Integer> runs = new TreeMap<>();
    for (FreshJvm jvm : FreshJvm.several(jvms)) {
      List<String> lines = jvm.run(seeds);
      System.out.println(lines.size() + " runs on " + jvm);
      for (String line : lines) {
        String[] words = line.split(" ", 3);
        answers.computeIfAbsent(words[0] + " " + words[1], key -> new TreeSet<>()).add(words[2]);
        runs.merge(words[0], 1, Integer::sum);
      }
    }
    table(answers, runs);
  }

  private static void table(Map<String, Set<String>> answers, Map<String, Integer> runs) {
    Map<String, Integer> split = new TreeMap<>();
    answers.forEach(
        (key, set) -> split.merge(key.split(" ")[0], set.size() > 1 ? 1 : 0, Integer::sum));
    System.out.printf("%-28s %8s %8s%n", "program", "runs", "split");
    runs.forEach(
        (program, n) -> System.out.printf("%-28s %8d %8d%n", program, n, split.get(program)));
    answers.forEach(
        (key, set) -> {
          if (set.size() > 1) {
            System.out.println(key + " " + set);
          }
        });
  }
}
