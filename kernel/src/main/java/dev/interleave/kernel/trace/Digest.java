package dev.interleave.kernel.trace;

import java.nio.charset.StandardCharsets;

/**
 * A stable 128-bit hash of entries of four words, in order, however many are taken in at a time.
 * Multiply-and-fold over 64-bit words; two states take the entries in turn, so that a processor
 * works at both at once. It tells runs apart and is no protection against forgery.
 */
final class Digest {
  private static final long K0 = 0x9E3779B97F4A7C15L;
  private static final long K1 = 0xD1B54A32D192ED03L;
  private static final long K2 = 0x8CB92BA72F3D8DD7L;
  private static final long K3 = 0xABC98388FB8FAC03L;

  // The state that takes the next entry, and the other one.
  private long low = K2;
  private long high = K3;
  private long otherLow = K0;
  private long otherHigh = K1;

  /** Takes entries in: the first {@code count} words of {@code words}. */
  void add(long[] words, int count) {
    int done = addPairs(words, count);
    if (done < count) {
      addOne(words[done], words[done + 1], words[done + 2], words[done + 3]);
    }
  }

  private int addPairs(long[] words, int count) {
    long a = low;
    long b = high;
    long c = otherLow;
    long d = otherHigh;
    int i = 0;
    for (; i + 7 < count; i += 8) {
      a = low(a, words[i], words[i + 1], words[i + 2]);
      b = high(b, words[i], words[i + 2], words[i + 3], a);
      c = low(c, words[i + 4], words[i + 5], words[i + 6]);
      d = high(d, words[i + 4], words[i + 6], words[i + 7], c);
    }
    low = a;
    high = b;
    otherLow = c;
    otherHigh = d;
    return i;
  }

  private void addOne(long w0, long w1, long w2, long w3) {
    long a = low(low, w0, w1, w2);
    long b = high(high, w0, w2, w3, a);
    low = otherLow;
    high = otherHigh;
    otherLow = a;
    otherHigh = b;
  }

  private static long low(long state, long w0, long w1, long w2) {
    return fold(state ^ w0 ^ K0, w1 ^ K1) + w2;
  }

  private static long high(long state, long w0, long w2, long w3, long low) {
    return fold(state ^ w2 ^ K2, w3 ^ K3) + (w0 ^ low);
  }

  void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    addOne(bytes.length, K1, K2, K3);
    for (byte b : bytes) {
      addOne(b, K0, K2, K1);
    }
  }

  private static long fold(long a, long b) {
    return Math.multiplyHigh(a, b) ^ (a * b);
  }

  /** 32 lower-case hexadecimal digits: of the entries here and those of {@code more}. */
  String hex(Digest more) {
    Digest all = new Digest();
    all.addState(this);
    all.addState(more);
    return all.hex();
  }

  private void addState(Digest other) {
    addOne(other.low, other.high, other.otherLow, other.otherHigh);
  }

  private String hex() {
    long a = fold(low ^ K1, otherHigh ^ K0);
    long b = fold(high ^ K2, otherLow ^ K3);
    return String.format("%016x%016x", a, b);
  }
}
