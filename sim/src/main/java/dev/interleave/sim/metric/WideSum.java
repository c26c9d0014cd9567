package dev.interleave.sim.metric;

import java.math.BigInteger;

/** An exact sum of numbers that are not negative, in 128 bits. Not threadsafe. */
final class WideSum {
  private long high;
  private long low;

  void add(long number) {
    add(0, number);
  }

  void addProduct(long a, long b) {
    add(Math.multiplyHigh(a, b), a * b);
  }

  private void add(long moreHigh, long moreLow) {
    long sum = low + moreLow;
    boolean carry = Long.compareUnsigned(sum, low) < 0;
    low = sum;
    high += moreHigh + (carry ? 1 : 0);
  }

  BigInteger exact() {
    return unsigned(high).shiftLeft(Long.SIZE).add(unsigned(low));
  }

  private static BigInteger unsigned(long bits) {
    return new BigInteger(Long.toUnsignedString(bits));
  }
}
