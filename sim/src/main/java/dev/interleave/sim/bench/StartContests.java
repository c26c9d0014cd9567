package dev.interleave.sim.bench;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.List;

/** What it costs to start something. */
final class StartContests {
  private static final OnEngine OURS =
      new OnEngine("simulated fifo", Machines.free(1), Fifo::new, Trace::off);
  private static final RawPekko RAW = RawPekko.oneThread();
  private static final int PROGRAMS = 20_000;
  private static final int MANY = 100_000;
  private static final double PROGRAMS_A_SECOND_ON_17 = 40_000;
  private static final double PROGRAMS_A_SECOND_ON_25 = 80_000;
  private static final double LONGEST_HOUR_NANOS = 50e6;
  private static final double LARGEST_ACTOR_BYTES = 1536;

  private StartContests() {}

  static List<Contest> all() {
    return List.of(
        system(),
        versus(new Programs(PROGRAMS), new Goal.AtMost(programNanos(), Unit.TIME)),
        hour(),
        versus(new Idle(MANY, Unit.TIME), Goal.times(1 / 1.5)),
        versus(new Idle(MANY, Unit.MEMORY), new Goal.AtMost(LARGEST_ACTOR_BYTES, Unit.MEMORY)),
        drivers());
  }

  private static double programNanos() {
    boolean before25 = Runtime.version().feature() < 25;
    return 1e9 / (before25 ? PROGRAMS_A_SECOND_ON_17 : PROGRAMS_A_SECOND_ON_25);
  }

  private static Contest system() {
    return new Contest(
        "starting a system",
        Unit.TIME,
        1,
        new Side(OURS.name(), OURS::start),
        new Side(RAW.name(), RAW::start),
        Goal.times(1));
  }

  private static Contest hour() {
    IdleTime hour = new IdleTime(Duration.ofHours(1));
    IdleTime moment = new IdleTime(Duration.ofNanos(1));
    return new Contest(
        hour.name(),
        Unit.TIME,
        1,
        Side.of(OURS, hour),
        new Side("an idle nanosecond", () -> OURS.run(moment)),
        new Goal.AtMost(LONGEST_HOUR_NANOS, Unit.TIME));
  }

  private static Contest drivers() {
    Idle actors = new Idle(MANY, Unit.MEMORY);
    return new Contest(
        "an idle driver's memory",
        Unit.MEMORY,
        MANY,
        new Side("kernel", new IdleDrivers(MANY)::memory),
        Side.of(RAW, actors),
        new Goal.AtMost(LARGEST_ACTOR_BYTES, Unit.MEMORY));
  }

  private static Contest versus(Workload on, Goal goal) {
    Unit unit = goal instanceof Goal.AtMost most ? most.unit() : Unit.TIME;
    return new Contest(on.name(), unit, on.operations(), Side.of(OURS, on), Side.of(RAW, on), goal);
  }
}
