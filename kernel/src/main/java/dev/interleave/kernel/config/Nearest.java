package dev.interleave.kernel.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person probably meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The candidate that is nearest to {@code word}, if one is near enough: up to a third of its
   * letters may be wrong, missing, too many or swapped, but none of one or two.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> distance(word, candidate) <= allowed(word, candidate))
        .min(
            Comparator.comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code "; did you mean 'quantum'?"}, or empty when nothing is near. */
  public static String hint(String word, Collection<String> candidates) {
    return to(word, candidates).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  /** As {@link #hint}, and when nothing is near, what there is. */
  public static String hintOrList(String word, Collection<String> candidates) {
    String hint = hint(word, candidates);
    if (!hint.isEmpty()) {
      return hint;
    }
    return candidates.isEmpty()
        ? " (there are none)"
        : " (there are: " + String.join(", ", candidates) + ")";
  }

  private static int allowed(String word, String candidate) {
    int length = Math.min(word.length(), candidate.length());
    return length < 3 ? 0 : length / 3;
  }

  /** Damerau-Levenshtein (optimal string alignment), without regard to case; 1 for an anagram. */
  private static int distance(String a, String b) {
    return a.length() == b.length() && a.length() > 2 && sorted(a).equals(sorted(b))
        ? Math.min(1, edits(a, b))
        : edits(a, b);
  }

  private static String sorted(String word) {
    char[] letters = word.toLowerCase(Locale.ROOT).toCharArray();
    Arrays.sort(letters);
    return new String(letters);
  }

  private static int edits(String a, String b) {
    if (Math.abs(a.length() - b.length()) > allowed(a, b)) {
      return Integer.MAX_VALUE;
    }
    String from = a.toLowerCase(Locale.ROOT);
    String to = b.toLowerCase(Locale.ROOT);
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = step(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int step(int[][] cost, String from, String to, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
    best = Math.min(best, cost[i - 1][j - 1] + change);
    return swapped(from, to, i, j) ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }

  private static boolean swapped(String from, String to, int i, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
