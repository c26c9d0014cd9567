package dev.interleave.sim.bench;

import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Actors that are there and do nothing: measured is their making.
 *
 * @param actors how many
 * @param unit what it takes of what
 */
record Idle(int actors, Unit unit) implements Workload {

  @Override
  public String name() {
    return unit == Unit.MEMORY ? "an idle actor's memory" : "spawning an idle actor";
  }

  @Override
  public long operations() {
    return actors;
  }

  @Override
  public LongSupplier gauge() {
    return unit == Unit.MEMORY ? Meter::memory : System::nanoTime;
  }

  @Override
  public Behavior<Go> guardian() {
    return Behaviors.receive(
        (context, go) -> {
          CountDown missing = new CountDown(actors, go.meter()::stop);
          go.meter().start();
          for (int i = 0; i < actors; i++) {
            context.spawn(idle(missing), "idle" + i);
          }
          return Behaviors.same();
        });
  }

  private static Behavior<String> idle(CountDown missing) {
    return Behaviors.setup(
        context -> {
          missing.down();
          return Behaviors.receiveMessage(message -> Behaviors.same());
        });
  }
}
