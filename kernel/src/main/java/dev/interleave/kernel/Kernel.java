package dev.interleave.kernel;

import dev.interleave.kernel.trace.Sink;
import dev.interleave.kernel.trace.TaskAccount;
import java.util.List;

/**
 * The microkernel: boots a plan, runs it, drains it and halts. Life cycle: {@code boot -> running ->
 * draining -> halted}.
 */
public final class Kernel {

  private Kernel() {}

  /**
   * Starts every component of {@code plan}; none of them has had a turn when this returns.
   *
   * @param sinks take every event of the run, in order
   * @param host what the front end lends to devices
   */
  public static Kernel boot(Plan plan, List<Sink> sinks, Host host) {
    throw new UnsupportedOperationException("the engine lands next");
  }

  /** Runs until the end and halts. On the simulated dispatcher the calling thread is the machine. */
  public Outcome run() {
    throw new UnsupportedOperationException("the engine lands next");
  }

  /** Any thread: ends the run in order; {@link #run} returns soon. */
  public void drain() {
    throw new UnsupportedOperationException("the engine lands next");
  }

  /** Any thread: one account a task so far. */
  public List<TaskAccount> accounts() {
    throw new UnsupportedOperationException("the engine lands next");
  }
}
