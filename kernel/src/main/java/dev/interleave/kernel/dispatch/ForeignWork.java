package dev.interleave.kernel.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.pekko.actor.ActorRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What handlers of one simulated machine began and other threads go on with, as far as it shows:
 * threads that they made, and futures that actors wait for. A machine that is about to end waits a
 * little for what these have to say, so that a leak is not missed because its thread is slow.
 */
final class ForeignWork {
  private static final Logger LOG = LoggerFactory.getLogger("dev.interleave.simulated");
  private static final Duration USUAL_GRACE = Duration.ofMillis(200);
  private static final long LOOK_NANOS = 1_000_000;
  private static final int FEW = 32;

  private final List<PipedFuture> piped = new ArrayList<>();
  private long looks = looks(USUAL_GRACE);
  private int many = FEW;
  private final AtomicInteger threads = new AtomicInteger();
  private volatile boolean waiting;

  /** How long, on the wall clock, the end waits; not negative. */
  void grace(Duration longest) {
    looks = looks(longest);
  }

  private static long looks(Duration grace) {
    return grace.toNanos() / LOOK_NANOS;
  }

  // --- what is begun, on the machine's thread ---

  /** A handler makes a thread. */
  void threadMade() {
    threads.incrementAndGet();
  }

  /** So many threads are announced: they may speak. Some of them may be no handler's. */
  void threadsAnnounced(int number) {
    threads.updateAndGet(made -> Math.max(0, made - number));
  }

  /** An actor has asked to be sent what comes of {@code stage}. */
  void pipes(Supplier<ActorRef> who, CompletionStage<?> stage) {
    PipedFuture.future(stage)
        .filter(future -> !future.isDone())
        .ifPresent(future -> add(PipedFuture.of(who.get(), future)));
  }

  private synchronized void add(PipedFuture one) {
    if (piped.size() >= many) {
      piped.removeIf(PipedFuture::isOver);
      many = Math.max(FEW, 2 * piped.size());
    }
    piped.add(one);
  }

  // --- any thread ---

  /** What the calling thread submits, as a leak at {@code now}. */
  String leak(@Nullable ActorRef receiver, long now) {
    String began = receiver == null ? "" : lineOf(receiver);
    return Leak.submission(Thread.currentThread(), receiver, now, began);
  }

  /** The line where {@code who} began to wait for a future that has come; else empty. */
  private synchronized String lineOf(ActorRef who) {
    for (int i = piped.size() - 1; i >= 0; i--) {
      PipedFuture one = piped.get(i);
      if (one.who().equals(who) && one.hasCome()) {
        return one.line();
      }
    }
    return "";
  }

  /** Whether the machine stands still here. */
  boolean isWaiting() {
    return waiting;
  }

  // --- the end, on the machine's thread ---

  /** The futures that have not come, in the order in which they were waited for. */
  synchronized List<PipedFuture> open() {
    piped.removeIf(PipedFuture::isOver);
    return List.copyOf(piped);
  }

  /** Nothing else is left: waits a little for {@code word}, whatever an actor waits for. */
  boolean wordComesInTime(BooleanSupplier word) {
    return wait(word, one -> true);
  }

  /**
   * The run ends at {@code now} for a reason of its own: as above, but an answer to a question may
   * stay away, and of what else is still waited for only the log is told.
   */
  boolean wordComesAfterAll(BooleanSupplier word, long now) {
    boolean comes = wait(word, PipedFuture::isForeign);
    if (!comes) {
      open().stream().filter(PipedFuture::isForeign).forEach(one -> LOG.warn(one.told(now)));
    }
    return comes;
  }

  private boolean wait(BooleanSupplier word, Predicate<PipedFuture> counts) {
    if (isThere(counts)) {
      boolean ignored = Thread.interrupted(); // it was for a handler, and would cut the looks short
      waiting = true;
      for (long i = 0; i < looks && !word.getAsBoolean() && isThere(counts); i++) {
        LockSupport.parkNanos(this, LOOK_NANOS);
      }
      waiting = false;
    }
    return word.getAsBoolean();
  }

  private boolean isThere(Predicate<PipedFuture> counts) {
    return threads.get() > 0 || (!piped.isEmpty() && open().stream().anyMatch(counts));
  }
}
