package dev.interleave.sim.bench;

import java.time.Duration;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A system in which nothing happens for a while.
 *
 * @param time how long, in virtual time
 */
record IdleTime(Duration time) implements Workload {

  @Override
  public String name() {
    return "an idle hour";
  }

  @Override
  public long operations() {
    return 1;
  }

  @Override
  public Behavior<Go> guardian() {
    return Behaviors.receive(
        (context, go) -> {
          go.meter().start();
          context.scheduleOnce(time, context.spawn(last(go.meter()), "last"), "over");
          return Behaviors.same();
        });
  }

  private static Behavior<String> last(Meter meter) {
    return Behaviors.receiveMessage(
        over -> {
          meter.stop();
          return Behaviors.same();
        });
  }
}
