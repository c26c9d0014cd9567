package dev.interleave.sim.timeline;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One character a task for the rows of the cores: a letter or digit of its own name where one is
 * free, else any free one, else {@code ?}.
 */
final class Symbols {
  private static final String ANY =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private final Map<Integer, Character> symbols = new LinkedHashMap<>();
  private final Set<Character> used = new HashSet<>();

  char of(int task, String name) {
    return symbols.computeIfAbsent(task, number -> free(candidates(name)));
  }

  /** A child is known by the last part of its name. */
  private static String candidates(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last + name + ANY;
  }

  private char free(String candidates) {
    for (int i = 0; i < candidates.length(); i++) {
      char candidate = candidates.charAt(i);
      if (ANY.indexOf(candidate) >= 0 && used.add(candidate)) {
        return candidate;
      }
    }
    return '?';
  }
}
