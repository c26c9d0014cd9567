package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.RandomStreams;
import java.util.Random;
import java.util.random.RandomGenerator;

/** A stream of the run's seed for those who want a {@link Random}. Not threadsafe. */
final class Draws extends Random {
  private static final long serialVersionUID = 1L;

  private final transient RandomGenerator stream;

  private Draws(RandomGenerator stream) {
    super(0);
    this.stream = stream;
  }

  /** What Pekko draws in turns of {@code task}; apart from what the task itself draws. */
  static Draws of(RandomStreams streams, String task) {
    return new Draws(streams.stream("pekko/" + task));
  }

  @Override
  protected int next(int bits) {
    return (int) (stream.nextLong() >>> (Long.SIZE - bits));
  }
}
