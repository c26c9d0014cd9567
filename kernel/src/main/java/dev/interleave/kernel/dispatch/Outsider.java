package dev.interleave.kernel.dispatch;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import scala.concurrent.impl.CompletionLatch;

/**
 * A thread outside that may speak to a machine. For the machine's thread; {@link #goesOn} is for
 * any.
 */
final class Outsider {
  private static final String LATCH = "java.util.concurrent.CountDownLatch$Sync";
  private static final String LATCH_OPEN = "[State = 0,";
  private static final String VIRTUAL = "java.lang.VirtualThread"; // its waits are no native calls
  private static final Places WAITS =
      Places.of(
          "java.lang.Thread.", "java.lang.Object.", "jdk.internal.misc.Unsafe.", VIRTUAL + ".");
  private static final int STEADY = 12;

  final Thread thread;
  private final InputWait input;
  private volatile @Nullable Object awaited;
  private @Nullable Object seen;
  private @Nullable Object lastBlocker;
  private Thread.@Nullable State lastState;
  private int steady;

  Outsider(Thread thread) {
    this.thread = thread;
    this.input = InputWait.of(thread);
  }

  boolean isGone() {
    return thread.getState() == Thread.State.TERMINATED;
  }

  /**
   * Keeps in mind what it waits for, as {@link #rests} has seen it: looked at once more it may just
   * run for a moment, as a wait does that is woken without a reason.
   */
  void remember() {
    awaited = seen;
  }

  /** Whether what it was last remembered to wait for has come. */
  boolean goesOn() {
    Object blocker = awaited;
    return blocker != null && hasCome(blocker);
  }

  /** What it waits for, if that can be asked whether it has come; else null. */
  private @Nullable Object waitsFor() {
    if (!waits(thread.getState())) {
      return null;
    }
    Object blocker = LockSupport.getBlocker(thread);
    return canBeAsked(blocker) ? blocker : null;
  }

  private static boolean canBeAsked(@Nullable Object blocker) {
    return blocker instanceof ManagedBlocker
        || blocker instanceof CompletionLatch
        || blocker instanceof Future
        || TimedWait.canBeAsked(blocker)
        || (blocker != null && blocker.getClass().getName().equals(LATCH));
  }

  /** Whether what a thread {@link #waitsFor} has come. */
  private boolean hasCome(Object blocker) {
    if (TimedWait.canBeAsked(blocker)) {
      return TimedWait.isOver(thread, blocker);
    }
    if (blocker instanceof ManagedBlocker managed) {
      return managed.isReleasable();
    }
    if (blocker instanceof Future<?> future) {
      return future.isDone();
    }
    return blocker instanceof CompletionLatch<?> latch
        ? latch.result() != null
        : blocker.toString().contains(LATCH_OPEN);
  }

  private static boolean waits(Thread.State state) {
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  /** Whether it will not speak until somebody else does something. */
  boolean rests() {
    Object blocker = waitsFor();
    seen = blocker;
    Thread.State state = thread.getState();
    if (state == Thread.State.TERMINATED) {
      return true;
    }
    if (blocker != null) {
      steady = 0;
      return !hasCome(blocker);
    }
    return restsSteadily(state, LockSupport.getBlocker(thread));
  }

  /** A thread that waits for what cannot be asked rests when it does so several looks long. */
  private boolean restsSteadily(Thread.State state, @Nullable Object blocker) {
    steady = state == lastState && blocker == lastBlocker ? steady + 1 : 0;
    lastState = state;
    lastBlocker = blocker;
    return steady >= STEADY && waitsInTop();
  }

  /**
   * Whether it stands in a wait of its program. The platform's own waits (for a class that another
   * thread initializes) look the same from outside, and waiting for input looks like running: see
   * {@link InputWait}.
   */
  private boolean waitsInTop() {
    Thread.State state = thread.getState();
    StackTraceElement[] stack = thread.getStackTrace();
    if (stack.length == 0 || !isPlatforms(stack[0])) {
      return false;
    }
    return waits(state)
        ? WAITS.contain(stack[0])
        : state == Thread.State.RUNNABLE && input.rests(stack);
  }

  private static boolean isPlatforms(StackTraceElement top) {
    return top.isNativeMethod() || top.getClassName().equals(VIRTUAL);
  }

  /** Whether it stands somewhere in a method of {@code type}. */
  boolean isIn(String type) {
    return Arrays.stream(thread.getStackTrace()).anyMatch(it -> it.getClassName().equals(type));
  }
}
