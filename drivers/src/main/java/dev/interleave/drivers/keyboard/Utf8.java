package dev.interleave.drivers.keyboard;

/**
 * Decodes UTF-8 byte by byte. A broken part is a maximal one that a valid sequence could begin
 * with, or one byte (Unicode standard, section 3.9). Not threadsafe.
 */
final class Utf8 {
  /** The sequence goes on. */
  static final int INCOMPLETE = -1;

  /** The sequence before this byte is broken; give the byte once more. */
  static final int BROKEN = -2;

  /** This byte can begin nothing. */
  static final int INVALID = -3;

  private int codePoint;
  private int missing;
  private int least;
  private int most;

  /** Whether a sequence has begun. */
  boolean pending() {
    return missing > 0;
  }

  /** Forgets a sequence that has begun. */
  void reset() {
    missing = 0;
  }

  /** The code point that {@code octet} completes, or one of the constants. */
  int next(int octet) {
    if (missing == 0) {
      return begin(octet);
    }
    if (octet < least || octet > most) {
      missing = 0;
      return BROKEN;
    }
    expect(0x80, 0xBF);
    codePoint = codePoint << 6 | (octet & 0x3F);
    return --missing == 0 ? codePoint : INCOMPLETE;
  }

  private int begin(int octet) {
    if (octet < 0x80) {
      return octet;
    }
    if (octet < 0xC2 || octet > 0xF4) {
      return INVALID;
    }
    missing = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
    codePoint = octet & 0x3F >> missing;
    expect(octet == 0xE0 ? 0xA0 : octet == 0xF0 ? 0x90 : 0x80, mostAfter(octet));
    return INCOMPLETE;
  }

  private static int mostAfter(int octet) {
    return octet == 0xED ? 0x9F : octet == 0xF4 ? 0x8F : 0xBF;
  }

  private void expect(int least, int most) {
    this.least = least;
    this.most = most;
  }
}
