package dev.interleave.kernel.dispatch;

import org.jspecify.annotations.Nullable;

/** The queue of a probe of Pekko's classic test kit. Any thread puts, one takes. */
public final class ClassicProbeQueue<E> extends KitQueue<E> {
  private static final long serialVersionUID = 1L;

  private transient volatile @Nullable OutsideTime time;

  /** The probe's actor, which puts, begins in a system of this time. */
  void begins(OutsideTime itsTime) {
    time = itsTime;
  }

  @Override
  @Nullable OutsideTime time() {
    return time;
  }
}
