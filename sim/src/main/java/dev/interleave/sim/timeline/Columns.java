package dev.interleave.sim.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts time into columns. A row of a task shows that it runs if it ran in the column at all, else
 * that it was ready if it was at all, else a turn that took no time, else that it waited for its
 * device if it did at all; a row of a core shows the task that ran longest in it.
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
      fill(row, span);
    }
    return new String(row);
  }

  private void fill(char[] row, Span span) {
    char sign = sign(span);
    if (span.instant()) {
      put(row, columnOf(span.from()), sign);
    } else if (visible(span)) {
      for (int i = columnOf(span.from()); i < count && start(i) < span.to(); i++) {
        if (span.within(start(i), start(i + 1)) > 0) {
          put(row, i, sign);
        }
      }
    }
  }

  private char sign(Span span) {
    if (span.instant()) {
      return options.blink();
    }
    if (span.running()) {
      return options.runs();
    }
    return span.core() == Span.DEVICE ? options.device() : options.ready();
  }

  private void put(char[] row, int i, char sign) {
    if (rank(sign) > rank(row[i])) {
      row[i] = sign;
    }
  }

  private int rank(char sign) {
    if (sign == options.runs()) {
      return 4;
    }
    if (sign == options.ready()) {
      return 3;
    }
    return sign == options.blink() ? 2 : sign == options.device() ? 1 : 0;
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
