package dev.interleave.kernel;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Streams of random numbers by (seed, component name): a stream depends on nothing else, so adding
 * a component disturbs no other's draws.
 *
 * @param seed of the run
 */
public record RandomStreams(long seed) {
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  /** A new stream, at its start. The generator is not threadsafe. */
  public RandomGenerator stream(String name) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(mix(mix(seed) ^ hash(name)));
  }

  /** FNV-1a over the characters. */
  private static long hash(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
