package dev.interleave.kernel.trace;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How long one task waited, turn by turn: exact while there are few, and to two digits beyond. Most
 * tasks of a large machine wait seldom, so there is a histogram only where it pays. Not threadsafe.
 */
final class Waits {
  private static final int FEW = 16;
  private static final int DIGITS = 2;

  private long[] few = {};
  private int count;
  private @Nullable Histogram many;

  void add(long nanos) {
    Histogram histogram = many;
    if (histogram != null) {
      histogram.recordValue(nanos);
    } else if (count == FEW) {
      spill().recordValue(nanos);
    } else {
      append(nanos);
    }
  }

  private void append(long nanos) {
    if (count == few.length) {
      few = Arrays.copyOf(few, Math.max(1, 4 * count));
    }
    few[count++] = nanos;
  }

  private Histogram spill() {
    Histogram histogram = new Histogram(DIGITS);
    for (long each : few) {
      histogram.recordValue(each);
    }
    few = new long[0];
    many = histogram;
    return histogram;
  }

  /** The least wait that {@code percent} of all do not exceed; 0 when there was none. */
  long percentile(int percent) {
    if (many != null) {
      return many.getValueAtPercentile(percent);
    }
    return count == 0 ? 0 : exact((percent * count + 99) / 100);
  }

  private long exact(int rank) {
    long[] sorted = Arrays.copyOf(few, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, rank - 1)];
  }
}
