package dev.interleave.property;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** One random case of a property, drawn from its seed alone. */
public final class Seeded {

  private final RandomGenerator random;

  private Seeded(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /**
   * Tries {@code property} with the seeds from 0 to {@code cases - 1}.
   *
   * @throws AssertionError of the first seed that fails, and names it
   */
  public static void cases(int cases, Consumer<Seeded> property) {
    for (long seed = 0; seed < cases; seed++) {
      only(seed, property);
    }
  }

  /** Tries {@code property} with one seed: to repeat a failure. */
  public static void only(long seed, Consumer<Seeded> property) {
    try {
      property.accept(new Seeded(seed));
    } catch (RuntimeException | Error failure) {
      throw new AssertionError("seed " + seed + ": " + failure, failure);
    }
  }

  /** From {@code least} to {@code most}, both included. */
  public int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** Any long. */
  public long anyLong() {
    return random.nextLong();
  }

  /** True with that probability. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** One of them, each equally likely. */
  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Random bytes. */
  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
