package dev.interleave.kernel.config;

/**
 * A size; written with its unit: {@code 64 KiB} is 65,536 bytes and {@code 64 kB} is 64,000.
 *
 * @param count of bytes; never negative
 */
public record Bytes(long count) {

  public Bytes {
    if (count < 0) {
      throw new IllegalArgumentException("count must be 0 or more, not " + count);
    }
  }

  @Override
  public String toString() {
    return count + " B";
  }
}
