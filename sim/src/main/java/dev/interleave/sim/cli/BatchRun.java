package dev.interleave.sim.cli;

import dev.interleave.kernel.Host;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.kernel.trace.Sink;
import dev.interleave.sim.run.Execution;
import dev.interleave.sim.run.RunResult;
import dev.interleave.sim.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs scenarios for the sake of what they measure, without anybody at the keyboard.
 *
 * @param interruption ends the present run in order
 * @param patience after how long, on the wall clock, a run is cut short
 */
record BatchRun(Interruption interruption, Duration patience) {

  /** Runs to the end, or until patience ends. */
  RunResult run(Scenario scenario, List<Sink> sinks, Host host) {
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(BatchRun::thread);
    try {
      return new Execution(scenario, sinks, host, kernel -> booted(kernel, watch)).run();
    } finally {
      watch.shutdownNow();
    }
  }

  private void booted(Kernel kernel, ScheduledExecutorService watch) {
    interruption.onFirst(kernel::drain);
    var unused = watch.schedule(kernel::drain, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "interleave-patience");
    thread.setDaemon(true);
    return thread;
  }
}
