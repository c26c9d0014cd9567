package dev.interleave.sim.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts time into columns. A row of a task shows that it runs if it ran in the column at all, else
 * that it was ready if it was at all; a row of a core shows the task that ran longest in it.
 */
final class Columns {
  private final DrawingOptions options;
  private final int count;

  Columns(DrawingOptions options, int count) {
    this.options = options;
    this.count = count;
  }

  int count() {
    return count;
  }

  /** Where column {@code i} begins. */
  long start(int i) {
    double share = (double) (options.to() - options.from()) * i / count;
    return options.from() + (long) share;
  }

  private int columnOf(long at) {
    double share = (double) (at - options.from()) / (options.to() - options.from());
    return (int) Math.max(0, Math.min(count - 1, Math.floor(share * count)));
  }

  private boolean visible(Span span) {
    return span.to() > options.from() && span.from() < options.to();
  }

  /** The row of a task, from its own spans. */
  String taskRow(List<Span> spans) {
    char[] row = String.valueOf(options.waits()).repeat(count).toCharArray();
    for (Span span : spans) {
      if (visible(span)) {
        fill(row, span);
      }
    }
    return new String(row);
  }

  private void fill(char[] row, Span span) {
    for (int i = columnOf(span.from()); i < count && start(i) < span.to(); i++) {
      if (span.within(start(i), start(i + 1)) > 0 && row[i] != options.runs()) {
        row[i] = span.running() ? options.runs() : options.ready();
      }
    }
  }

  /** For each column the task that ran longest in it; null where none did. */
  @Nullable Integer[] longest(List<Span> spansOfCore) {
    Integer[] tasks = new Integer[count];
    long[] longest = new long[count];
    for (Span span : spansOfCore) {
      if (visible(span)) {
        for (int i = columnOf(span.from()); i < count && start(i) < span.to(); i++) {
          long within = span.within(start(i), start(i + 1));
          if (within > longest[i]) {
            longest[i] = within;
            tasks[i] = span.task();
          }
        }
      }
    }
    return tasks;
  }
}
