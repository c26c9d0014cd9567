package dev.interleave.sim.bench;

import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import dev.interleave.kernel.Host;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.runtime.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Drivers of a kernel that are there and do nothing: measured is the memory that they take, with
 * their accounts and all that a restart needs.
 *
 * @param drivers how many
 */
record IdleDrivers(int drivers) {

  private record Nothing() implements Driver<String> {
    @Override
    public Behavior<String> start(DriverContext<String> context) {
      return Behaviors.receiveMessage(message -> Behaviors.same());
    }
  }

  /** Starts when all drivers are up. */
  private record Look(Meter meter) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      meter.stop();
      return Behaviors.stopped();
    }
  }

  /** The bytes that they take, all together. */
  long memory() {
    Meter meter = new Meter(Meter::memory);
    Plan plan = plan(meter);
    meter.start();
    Kernel.boot(plan, List.of(), Host.NONE).run();
    return meter.measured();
  }

  private Plan plan(Meter meter) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < drivers; i++) {
      parts.add(new Part.DriverPart("idle" + i, new Nothing(), List.of(), TaskSettings.DEFAULT));
    }
    Look look = new Look(meter);
    parts.add(
        new Part.ProgramPart("look", look, List.of(), TaskSettings.DEFAULT, new Arrivals.Once()));
    return new Plan("idle", Machines.free(1), new Fifo(), Optional.empty(), parts);
  }
}
