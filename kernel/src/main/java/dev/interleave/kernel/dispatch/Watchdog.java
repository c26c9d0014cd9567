package dev.interleave.kernel.dispatch;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Notices a handler that waits for something that no engine can see: the machine's thread, which is
 * the only one that could end the wait, stands still in the middle of a turn. Looks now and then,
 * on a thread of its own.
 */
final class Watchdog {
  private static final long LOOK_NANOS = 200_000_000;
  private static final int STEADY = 5;
  private static final Places WAITS =
      Places.of("java.lang.Thread.", "java.lang.Object.", "jdk.internal.misc.Unsafe.");

  private final SimulatedEngine engine;
  private final Thread machine;
  private final Consumer<String> leaks;
  private final Runnable abandon;
  private final Thread watching = new Thread(this::watch);
  private volatile boolean over;
  private StackTraceElement[] before = {};
  private int steady;

  /**
   * @param machine runs the engine
   * @param leaks takes what was noticed; the machine is interrupted after it
   * @param abandon is called when the machine waits on all the same
   */
  Watchdog(SimulatedEngine engine, Thread machine, Consumer<String> leaks, Runnable abandon) {
    this.engine = engine;
    this.machine = machine;
    this.leaks = leaks;
    this.abandon = abandon;
  }

  /** Until {@link #stop}. */
  void start() {
    watching.setName(machine.getName() + "-watchdog");
    watching.setDaemon(true);
    watching.start();
  }

  void stop() {
    over = true;
    LockSupport.unpark(watching);
  }

  private void watch() {
    boolean goesOn = true;
    while (goesOn && !over) {
      LockSupport.parkNanos(this, LOOK_NANOS);
      goesOn = look();
    }
  }

  /** Looks once; false when the machine is given up. */
  boolean look() {
    StackTraceElement[] stack = waitsAtWork() ? machine.getStackTrace() : before;
    boolean still = waitsAtWork() && Arrays.equals(stack, before);
    steady = still ? steady + 1 : 0;
    before = stack;
    if (steady == STEADY) {
      bark(stack);
    } else if (steady == 2 * STEADY) {
      abandon.run();
    }
    return steady < 2 * STEADY;
  }

  private boolean waitsAtWork() {
    return engine.isAtWork(machine) && waits();
  }

  private boolean waits() {
    Thread.State state = machine.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING || isLockedOut();
  }

  /** Whether it stands before a block that is synchronized, which no interrupt ends. */
  private boolean isLockedOut() {
    return machine.getState() == Thread.State.BLOCKED;
  }

  private void bark(StackTraceElement[] stack) {
    boolean lockedOut = isLockedOut();
    if (lockedOut || isInAWait(stack)) {
      leaks.accept(Leak.wait(engine.handling(), engine.clock().nanos(), stack));
      if (!lockedOut) {
        machine.interrupt();
      }
    }
  }

  private static boolean isInAWait(StackTraceElement[] stack) {
    return stack.length > 0 && WAITS.contain(stack[0]);
  }
}
