package dev.interleave.drivers.network;

/** How often something was tried. */
final class Times {
  private Times() {}

  /** {@code once}, {@code 2 times}. */
  static String inWords(int attempts) {
    return attempts == 1 ? "once" : attempts + " times";
  }
}
