package dev.interleave.kernel.dispatch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Whether a thread waits for input. One that reads a file, or loads a class, stands in the same
 * methods and in the same state, but takes CPU time from look to look. For the machine's thread.
 */
final class InputWait {
  private static final Places READS =
      Places.of(
          "java.io.FileInputStream.", "sun.nio.ch.Net", "sun.nio.ch.EPoll", "sun.nio.ch.Socket");
  private static final Places LOADERS = Places.of("java.lang.ClassLoader", "jdk.internal.loader.");
  private static final int STEADY = 25;

  private final LongSupplier cpuTime;
  private long used;
  private int steady;

  /**
   * @param cpuTime how much the thread has used so far, in any unit
   */
  InputWait(LongSupplier cpuTime) {
    this.cpuTime = cpuTime;
  }

  static InputWait of(Thread thread) {
    return new InputWait(() -> Cpu.THREADS.getThreadCpuTime(thread.getId()));
  }

  /**
   * Looks once more.
   *
   * @param stack where it stands now, running as far as the platform can tell
   */
  boolean rests(StackTraceElement[] stack) {
    if (!READS.contain(stack[0]) || Arrays.stream(stack).anyMatch(LOADERS::contain)) {
      steady = 0;
      return false;
    }
    long now = cpuTime.getAsLong();
    steady = now == used ? steady + 1 : 0;
    used = now;
    return steady >= STEADY;
  }

  /** Loaded when somebody reads: it takes a while. */
  private static final class Cpu {
    static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  }
}
