package dev.interleave.sim.bench;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import java.util.List;

/** How fast timers are. */
final class TimerContests {
  private static final int FIRES = 1_000_000;
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;

  private TimerContests() {}

  static List<Contest> all() {
    return List.of(contest(FEW, 0.5), contest(MANY, 0.3));
  }

  private static Contest contest(int actors, double goal) {
    Hold hold = new Hold(actors, FIRES);
    OnEngine ours = new OnEngine("simulated fifo", Machines.free(1), Fifo::new, Trace::off);
    Side bare = new Side("bare priority queue", () -> BareQueue.run(actors, FIRES));
    return new Contest(hold.name(), Unit.TIME, FIRES, Side.of(ours, hold), bare, Goal.times(goal));
  }
}
