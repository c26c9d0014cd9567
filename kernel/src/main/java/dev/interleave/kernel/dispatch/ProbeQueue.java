package dev.interleave.kernel.dispatch;

import org.jspecify.annotations.Nullable;

/** The queue of a probe of Pekko's typed test kit. Any thread puts, one takes. */
public final class ProbeQueue<E> extends KitQueue<E> {
  private static final long serialVersionUID = 1L;

  private final transient ProbeMachine machine = ProbeMachine.forQueue();

  @Override
  @Nullable OutsideTime time() {
    return machine.time();
  }
}
