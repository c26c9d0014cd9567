package dev.interleave.sim.bench;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.dispatch.Boot;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.trace.Trace;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * An engine of ours.
 *
 * @param name in the table
 * @param machine what a core and a clock are
 * @param policy made anew for each run
 * @param trace made anew for each run
 */
record OnEngine(String name, Machine machine, Supplier<Policy> policy, Supplier<Trace> trace)
    implements Runner {

  @Override
  public long run(Workload workload) {
    Boot.Booted<Workload.Go> booted = boot(workload.guardian());
    try {
      return run(booted, workload);
    } finally {
      stop(booted);
    }
  }

  /** Nanoseconds until a system is there. */
  long start() {
    long from = System.nanoTime();
    Boot.Booted<Workload.Go> booted = boot(Behaviors.empty());
    long took = System.nanoTime() - from;
    stop(booted);
    return took;
  }

  private Boot.Booted<Workload.Go> boot(Behavior<Workload.Go> guardian) {
    return Boot.create(
        machine, policy.get(), trace.get(), config -> ActorSystem.create(guardian, "ours", config));
  }

  private static void stop(Boot.Booted<Workload.Go> booted) {
    booted.system().terminate();
    booted.engine().settle(() -> booted.system().whenTerminated().isCompleted());
    booted.engine().close();
  }

  private long run(Boot.Booted<Workload.Go> booted, Workload workload) {
    Meter meter = new Meter(workload.gauge());
    booted.engine().begin();
    booted.system().tell(new Workload.Go(meter));
    if (machine instanceof Machine.Simulated) {
      booted.engine().run(Long.MAX_VALUE);
    }
    return meter.measured();
  }
}
