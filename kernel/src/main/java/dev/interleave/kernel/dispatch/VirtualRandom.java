package dev.interleave.kernel.dispatch;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the changed classes use in place of {@link ThreadLocalRandom} and of a new {@link
 * java.util.SplittableRandom}: on a simulated machine the stream of the running task, elsewhere the
 * platform's. Every draw comes from {@link #next}, so that it does not depend on the version of the
 * platform. Any thread.
 */
public final class VirtualRandom extends Random {
  private static final long serialVersionUID = 1L;
  private static final VirtualRandom CURRENT = new VirtualRandom();

  /** As good as any other: draws belong to the task that asks for them. */
  public VirtualRandom() {
    super(0);
  }

  /** The one of the calling thread. */
  public static VirtualRandom current() {
    return CURRENT;
  }

  @Override
  protected int next(int bits) {
    @Nullable Random draws = CurrentEngine.draws();
    int drawn = draws == null ? ThreadLocalRandom.current().nextInt() : draws.nextInt();
    return drawn >>> (Integer.SIZE - bits);
  }

  @Override
  public int nextInt(int origin, int bound) {
    return origin + (int) nextLong(0, (long) bound - origin);
  }

  @Override
  public long nextLong(long bound) {
    return nextLong(0, bound);
  }

  @Override
  public long nextLong(long origin, long bound) {
    if (origin >= bound) {
      throw new IllegalArgumentException("bound must be greater than origin");
    }
    return origin + Long.remainderUnsigned(nextLong() >>> 1, bound - origin);
  }

  @Override
  public double nextDouble(double origin, double bound) {
    return origin + nextDouble() * (bound - origin);
  }
}
