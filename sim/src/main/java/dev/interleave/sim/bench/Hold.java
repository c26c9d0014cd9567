package dev.interleave.sim.bench;

import java.time.Duration;
import java.util.SplittableRandom;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * The hold model: each actor sets its timer again, at random, whenever it fires (Jones, An
 * Empirical Comparison of Priority-Queue and Event-Set Implementations, 1986).
 *
 * @param actors how many
 * @param fires how often a timer fires in all
 */
record Hold(int actors, int fires) implements Workload {
  private static final long SEED = 42;

  private enum Tick {
    TICK
  }

  @Override
  public String name() {
    return "hold-" + actors;
  }

  @Override
  public long operations() {
    return fires;
  }

  @Override
  public Behavior<Go> guardian() {
    return Behaviors.receive(
        (context, go) -> {
          CountDown ready = new CountDown(actors, go.meter()::start);
          CountDown left = new CountDown(fires, go.meter()::stop);
          SplittableRandom random = new SplittableRandom(SEED);
          for (int i = 0; i < actors; i++) {
            context.spawn(member(random, ready, left), "m" + i);
          }
          return Behaviors.same();
        });
  }

  private static Behavior<Tick> member(SplittableRandom random, CountDown ready, CountDown left) {
    return Behaviors.setup(
        context -> {
          again(context, random);
          ready.down();
          return Behaviors.receiveMessage(
              tick -> {
                left.down();
                if (left.isOver()) {
                  return Behaviors.stopped();
                }
                again(context, random);
                return Behaviors.same();
              });
        });
  }

  private static void again(ActorContext<Tick> context, SplittableRandom random) {
    context.scheduleOnce(Duration.ofNanos(delay(random)), context.getSelf(), Tick.TICK);
  }

  /** Between one and two seconds. */
  static long delay(SplittableRandom random) {
    return 1_000_000_000L + random.nextLong(1_000_000_000L);
  }
}
