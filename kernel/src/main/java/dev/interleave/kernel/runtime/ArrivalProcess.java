package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Part;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.pekko.actor.typed.ActorRef;

/** Lets the instances of one program arrive, in device time. */
final class ArrivalProcess {
  private static final long WITHOUT_END = Long.MAX_VALUE / 4;

  private final Running run;
  private final Part.ProgramPart part;
  private final ActorRef<Guardian.Command> guardian;
  private final RandomGenerator random;
  private long arrived;

  ArrivalProcess(Running run, Part.ProgramPart part, ActorRef<Guardian.Command> guardian) {
    this.run = run;
    this.part = part;
    this.guardian = guardian;
    this.random = run.engine().streams().stream(part.name() + "/arrivals");
  }

  /** How many instances there will be; a number that is never reached when they never end. */
  static long expected(Arrivals arrivals) {
    if (arrivals instanceof Arrivals.Trace trace) {
      return trace.times().size();
    }
    return arrivals instanceof Arrivals.Once ? 1 : endless(count(arrivals));
  }

  private static long count(Arrivals arrivals) {
    return arrivals instanceof Arrivals.Every every
        ? every.count()
        : ((Arrivals.Poisson) arrivals).count();
  }

  private static long endless(long count) {
    return count == 0 ? WITHOUT_END : count;
  }

  void begin() {
    Arrivals arrivals = part.arrivals();
    if (arrivals instanceof Arrivals.Once) {
      arrive();
    } else if (arrivals instanceof Arrivals.Every every) {
      at(every.start().toNanos());
    } else if (arrivals instanceof Arrivals.Poisson poisson) {
      at(gap(poisson.mean()));
    } else {
      trace(((Arrivals.Trace) arrivals).times());
    }
  }

  private void trace(List<Duration> times) {
    if (arrived < times.size()) {
      at(times.get((int) arrived).toNanos());
    }
  }

  private long gap(Duration mean) {
    return run.engine().clock().nanos() + (long) (random.nextExponential() * mean.toNanos());
  }

  private void at(long due) {
    long delay = Math.max(0, due - run.engine().clock().nanos());
    run.engine().after(Duration.ofNanos(delay), () -> arriveAndGoOn(due));
  }

  private void arriveAndGoOn(long due) {
    arrive();
    Arrivals arrivals = part.arrivals();
    if (arrivals instanceof Arrivals.Trace trace) {
      trace(trace.times());
    } else if (arrived < endless(count(arrivals))) {
      at(arrivals instanceof Arrivals.Every every ? due + every.interval().toNanos() : poisson());
    }
  }

  private long poisson() {
    return gap(((Arrivals.Poisson) part.arrivals()).mean());
  }

  private void arrive() {
    guardian.tell(new Guardian.Arrive(part, arrived++, run.engine().clock().nanos()));
  }
}
