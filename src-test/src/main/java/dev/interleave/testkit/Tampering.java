package dev.interleave.testkit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.BehaviorInterceptor;
import org.apache.pekko.actor.typed.TypedActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Stands between a driver under test and its messages: makes it crash, and sees whether it waits.
 */
final class Tampering {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final IntPredicate crashes;
  private final AtomicInteger messages = new AtomicInteger();
  private final Queue<String> waits = new ConcurrentLinkedQueue<>();

  /** The crash that the contract causes. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash(int message) {
      super("the contract lets it crash at message " + message, null, false, false);
    }
  }

  /**
   * @param crashes whether the driver crashes at its message of that number, from 1, counted over
   *     all of its lives
   */
  Tampering(IntPredicate crashes) {
    this.crashes = crashes;
  }

  /** How many messages the driver was given. */
  int messages() {
    return messages.get();
  }

  /** The messages in whose handlers the thread waited for something. */
  Queue<String> waits() {
    return waits;
  }

  /** {@code behavior}, tampered with. */
  <M> Behavior<M> with(Behavior<M> behavior) {
    return Behaviors.intercept(() -> new Interceptor<M>(), behavior);
  }

  private final class Interceptor<M> extends BehaviorInterceptor<M, M> {

    @SuppressWarnings("unchecked") // whatever it is, it passes
    Interceptor() {
      super((Class<M>) Object.class);
    }

    @Override
    public Behavior<M> aroundReceive(
        TypedActorContext<M> actor, M message, ReceiveTarget<M> target) {
      int number = messages.incrementAndGet();
      if (crashes.test(number)) {
        throw new Crash(number);
      }
      long before = timesWaited();
      Behavior<M> next = target.apply(actor, message);
      if (timesWaited() != before) {
        waits.add(message.getClass().getSimpleName());
      }
      return next;
    }
  }

  private static long timesWaited() {
    return THREADS.getThreadInfo(Thread.currentThread().getId()).getWaitedCount();
  }
}
