package dev.interleave.kernel.trace;

import java.nio.charset.StandardCharsets;

/**
 * A stable 128-bit hash of entries of four words, in order, however many are taken in at a time.
 * Each word of an entry goes into a state of its own, so that a processor works at all four at
 * once: xor, multiply, rotate, each of which can be undone, so that no two words have the same
 * effect on a state. It tells runs apart and is no protection against forgery.
 */
final class Digest {
  private static final long K0 = 0x9E3779B97F4A7C15L;
  private static final long K1 = 0xD1B54A32D192ED03L;
  private static final long K2 = 0x8CB92BA72F3D8DD7L;
  private static final long K3 = 0xABC98388FB8FAC03L;
  private static final int TURN = 29;
  private static final int WORDS = 4;

  private long s0 = K2;
  private long s1 = K3;
  private long s2 = K0;
  private long s3 = K1;

  /** Takes entries in: the first {@code count} words of {@code words}. */
  void add(long[] words, int count) {
    long a = s0;
    long b = s1;
    long c = s2;
    long d = s3;
    for (int i = 0; i + 3 < count; i += WORDS) {
      a = mixed(a, words[i]);
      b = mixed(b, words[i + 1]);
      c = mixed(c, words[i + 2]);
      d = mixed(d, words[i + 3]);
    }
    s0 = a;
    s1 = b;
    s2 = c;
    s3 = d;
  }

  private static long mixed(long state, long word) {
    return Long.rotateLeft((state ^ word) * K0, TURN);
  }

  void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(new long[] {bytes.length, K1, K2, K3}, WORDS);
    for (byte b : bytes) {
      add(new long[] {b, K0, K2, K1}, WORDS);
    }
  }

  /** 32 lower-case hexadecimal digits: of the entries here and those of {@code more}. */
  String hex(Digest more) {
    long low = more.folded(folded(K0));
    long high = more.folded(folded(K1));
    return String.format("%016x%016x", low, high);
  }

  /** All four states in one word; for a given seed, no two values of one state give the same. */
  private long folded(long seed) {
    return spread(spread(spread(spread(seed ^ s0) ^ s1) ^ s2) ^ s3);
  }

  /** Every bit on all others: the finalizer of MurmurHash3 (Appleby). */
  private static long spread(long word) {
    long h = (word ^ word >>> 33) * 0xFF51AFD7ED558CCDL;
    h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
    return h ^ h >>> 33;
  }
}
