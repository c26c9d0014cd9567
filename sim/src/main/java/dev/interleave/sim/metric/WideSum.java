package dev.interleave.sim.metric;

import java.math.BigInteger;

/** An exact sum of numbers that are not negative, in 127 bits. Not threadsafe. */
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
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(low));
    return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsigned);
  }
}
