package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.time.WallClock;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The time of one simulated machine for threads outside of it: they read it, and wait in it. Which
 * machine a thread means is the one that it spoke to last. Any thread.
 */
final class OutsideTime {
  private static final ThreadLocal<@Nullable WeakReference<OutsideTime>> SPOKEN_TO =
      new ThreadLocal<>();

  private final WeakReference<OutsideTime> reference = new WeakReference<>(this);
  private final SimulatedEngine engine;
  private final CompletableFuture<WallClock> over = new CompletableFuture<>();

  OutsideTime(SimulatedEngine engine) {
    this.engine = engine;
  }

  /** The time of the machine that the calling thread spoke to last; null when there is none. */
  static @Nullable OutsideTime ofTheCaller() {
    WeakReference<OutsideTime> last = SPOKEN_TO.get();
    return last == null ? null : last.get();
  }

  /** As {@link #ofTheCaller}, if one can wait in it: null also when the machine is over. */
  static @Nullable OutsideTime toWaitIn() {
    OutsideTime time = ofTheCaller();
    return time == null || time.over.isDone() ? null : time;
  }

  /**
   * The calling thread has waited for a future: it goes on when the step is over in which the
   * machine that it spoke to last completed it, so that the two never run at once.
   */
  static void awaitStep() {
    OutsideTime time = toWaitIn();
    if (time != null) {
      time.engine.entrance.awaitStep();
    }
  }

  /**
   * Runs the steps that the calling thread adds to a future: on the machine that it spoke to last,
   * if that completes the future or if that is complete; else as {@code others} does.
   */
  static Executor stepsOr(Executor others) {
    OutsideTime time = toWaitIn();
    return time == null ? others : time.stepsOf(Thread.currentThread(), others);
  }

  private Executor stepsOf(Thread adder, Executor others) {
    return step -> {
      boolean ours = CurrentEngine.get() == engine || Thread.currentThread() == adder;
      (ours && !over.isDone() ? (Executor) engine::execute : others).execute(step);
    };
  }

  /** The calling thread is about to speak to another system, which may have no machine. */
  static void forget() {
    SPOKEN_TO.remove();
  }

  /** The calling thread speaks to this machine. */
  void spokenTo() {
    SPOKEN_TO.set(reference);
    ProbeMachine.spokenTo(this);
  }

  /** The machine will not run any more: nobody waits for it. */
  void end() {
    over.complete(new WallClock());
  }

  boolean isOver() {
    return over.isDone();
  }

  /** Virtual time since boot; after the end of the machine it goes on as the wall clock does. */
  long nanos() {
    long since = over.isDone() ? over.join().nanos() : 0;
    return engine.clock().nanos() + since;
  }

  /**
   * Waits for {@code word}, but no longer than {@code nanos} of virtual time, nor than the machine
   * lives.
   */
  void await(CompletableFuture<Void> word, long nanos) throws InterruptedException {
    Cancellable limit = engine.schedule(nanos, 0, () -> word.complete(null));
    try {
      CompletableFuture.anyOf(word, over).get();
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    } finally {
      engine.entrance.awaitStep();
      limit.cancel();
    }
  }
}
