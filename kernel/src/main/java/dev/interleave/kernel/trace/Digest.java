package dev.interleave.kernel.trace;

import java.nio.charset.StandardCharsets;

/**
 * A stable 128-bit hash of everything that a trace holds, in order. Two lanes of multiply-and-fold
 * over 64-bit words; it tells runs apart and is no protection against forgery.
 */
final class Digest {
  private static final long K0 = 0x9E3779B97F4A7C15L;
  private static final long K1 = 0xD1B54A32D192ED03L;
  private static final long K2 = 0x8CB92BA72F3D8DD7L;
  private static final long K3 = 0xABC98388FB8FAC03L;

  private long low = K2;
  private long high = K3;

  /** Takes one entry of four words in. */
  void add(long w0, long w1, long w2, long w3) {
    low = fold(low ^ w0 ^ K0, w1 ^ K1) + w2;
    high = fold(high ^ w2 ^ K2, w3 ^ K3) + (w0 ^ low);
  }

  void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length, K1, K2, K3);
    for (byte b : bytes) {
      add(b, K0, K2, K1);
    }
  }

  private static long fold(long a, long b) {
    return Math.multiplyHigh(a, b) ^ (a * b);
  }

  /** 32 lower-case hexadecimal digits. */
  String hex() {
    long a = fold(low ^ K1, high ^ K0);
    long b = fold(high ^ K2, low ^ K3);
    return String.format("%016x%016x", a, b);
  }
}
