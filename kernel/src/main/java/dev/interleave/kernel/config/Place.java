package dev.interleave.kernel.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A line of a source. Places are in the order of reading: what an included file says stands where
 * it is included, and overrides follow all files.
 *
 * @param source the text
 * @param line from 1
 */
public record Place(Source source, int line) implements Comparable<Place> {

  private static final Comparator<List<Integer>> LEXICOGRAPHIC =
      (a, b) -> {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
          int order = Integer.compare(a.get(i), b.get(i));
          if (order != 0) {
            return order;
          }
        }
        return Integer.compare(a.size(), b.size());
      };

  private static final Comparator<Place> ORDER =
      Comparator.comparing((Place place) -> place.source.kind())
          .thenComparing(Place::lineChain, LEXICOGRAPHIC);

  /** {@code lab.conf:2}, or the name alone where there are no lines. */
  public String where() {
    return source.numbered() ? source.name() + ":" + line : source.name();
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  private List<Integer> lineChain() {
    List<Integer> chain = source.includedAt().map(Place::lineChain).orElseGet(List::of);
    List<Integer> longer = new ArrayList<>(chain);
    longer.add(line);
    return longer;
  }
}
