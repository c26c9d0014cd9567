package dev.interleave.sim.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of one metric. Count, sum, least and largest are always exact; percentiles are
 * exact up to {@value #EXACT} samples and right to three digits beyond. Values below 0 count as 0.
 * Not threadsafe.
 */
final class Samples {
  static final int EXACT = 1 << 15;
  private static final int DIGITS = 3;
  private static final int FIRST = 16;

  private long[] values = new long[FIRST];
  private boolean sorted;
  private @Nullable Histogram histogram;
  private long count;
  private long least = Long.MAX_VALUE;
  private long largest;
  private final WideSum sum = new WideSum();
  private final WideSum squares = new WideSum();

  void add(long sample) {
    long value = Math.max(0, sample);
    least = Math.min(least, value);
    largest = Math.max(largest, value);
    sum.add(value);
    squares.addProduct(value, value);
    keep(value);
    count++;
  }

  private void keep(long value) {
    Histogram spilled = histogram;
    if (spilled != null) {
      spilled.recordValue(value);
    } else if (count == EXACT) {
      spill().recordValue(value);
    } else {
      append(value);
    }
  }

  private void append(long value) {
    int index = (int) count;
    if (index == values.length) {
      values = Arrays.copyOf(values, 2 * index);
    }
    values[index] = value;
    sorted = false;
  }

  private Histogram spill() {
    Histogram all = new Histogram(DIGITS);
    for (long value : values) {
      all.recordValue(value);
    }
    histogram = all;
    values = new long[0];
    return all;
  }

  long count() {
    return count;
  }

  /** 0 without samples, as are all below. */
  long least() {
    return count == 0 ? 0 : least;
  }

  long largest() {
    return largest;
  }

  BigDecimal mean() {
    return count == 0 ? BigDecimal.ZERO : divide(new BigDecimal(sum.exact()), count);
  }

  /** Of the samples as a whole population. */
  BigDecimal standardDeviation() {
    if (count == 0) {
      return BigDecimal.ZERO;
    }
    BigInteger n = BigInteger.valueOf(count);
    BigInteger total = sum.exact();
    BigInteger spread = n.multiply(squares.exact()).subtract(total.multiply(total));
    spread = spread.max(BigInteger.ZERO);
    return divide(new BigDecimal(spread).sqrt(MathContext.DECIMAL64), count);
  }

  private static BigDecimal divide(BigDecimal dividend, long divisor) {
    return dividend.divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL64);
  }

  /** The least sample that at least {@code percent} of all do not exceed. */
  long percentile(BigDecimal percent) {
    Histogram spilled = histogram;
    if (spilled != null) {
      long value = spilled.getValueAtPercentile(percent.doubleValue());
      return Math.max(least, Math.min(largest, value));
    }
    return count == 0 ? 0 : exact(rank(percent));
  }

  private int rank(BigDecimal percent) {
    BigDecimal rank = percent.multiply(BigDecimal.valueOf(count)).movePointLeft(2);
    return Math.max(1, rank.setScale(0, RoundingMode.CEILING).intValueExact());
  }

  private long exact(int rank) {
    if (!sorted) {
      Arrays.sort(values, 0, (int) count);
      sorted = true;
    }
    return values[rank - 1];
  }
}
