package dev.interleave.testkit.check;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.dispatch.KernelMessage;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Task;
import dev.interleave.kernel.trace.Event;
import dev.interleave.property.Seeded;
import dev.interleave.testkit.timeline.Bursts;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A random run: tasks that consume, send to each other, set timers and yield, in no sensible way.
 * The priority of a task is the number in its name.
 */
final class RandomRun implements AutoCloseable {
  private static final int TYPES = 6;

  /** Messages of several types, so that their order can be seen in a trace. */
  sealed interface Message {
    int hops();
  }

  record M0(int hops) implements Message {}

  record M1(int hops) implements Message {}

  record M2(int hops) implements Message {}

  record M3(int hops) implements Message {}

  record M4(int hops) implements Message {}

  record M5(int hops) implements Message {}

  /** Named as the kernel's own resumption. */
  record Resume(int hops) implements KernelMessage {}

  private final Seeded seeded;
  private final Stage stage;
  private final List<ActorRef<Object>> tasks = new ArrayList<>();
  private final Map<String, Long> consumed = new TreeMap<>();
  private final boolean yields;
  private boolean aborted;

  /**
   * @param yields whether tasks may yield
   */
  RandomRun(Seeded seeded, int cores, Policy policy, boolean yields) {
    this.seeded = seeded;
    this.yields = yields;
    this.stage = new Stage(Machine.Simulated.of(cores, seeded.anyLong()), policy);
    int count = seeded.between(1, 7);
    for (int i = 0; i < count; i++) {
      int priority = seeded.between(0, 3);
      String name = "t" + i + "-" + priority;
      tasks.add(stage.task(name, Bursts.settings(priority, 1, Optional.empty()), behavior(name)));
    }
    for (int i = seeded.between(1, 12); i > 0; i--) {
      arrive();
    }
  }

  private void arrive() {
    ActorRef<Object> task = seeded.oneOf(tasks);
    Object message = message(seeded.between(0, 4));
    stage.at(time(20), () -> task.tell(message));
    if (seeded.chance(0.05)) {
      stage.at(time(20), () -> abort(stage.taskOf(task)));
    }
  }

  private void abort(Task task) {
    aborted = true;
    stage.engine().abort(task);
  }

  private Duration time(int most) {
    return Duration.ofNanos(seeded.between(0, most));
  }

  private Behavior<Object> behavior(String name) {
    return Behaviors.receive(
        (context, message) -> {
          handle(
              context, name, message instanceof Message m ? m.hops() : ((Resume) message).hops());
          return Behaviors.same();
        });
  }

  private void handle(ActorContext<Object> context, String name, int hops) {
    long sofar = 0;
    for (int step = seeded.between(0, 3); step > 0; step--) {
      sofar += consume(name, sofar, task(context));
      effect(context, hops);
    }
    if (yields && hops > 0 && seeded.chance(0.3)) {
      stage.engine().yieldTurn(new Resume(hops - 1), null, seeded.chance(0.3));
    }
  }

  private Task task(ActorContext<Object> context) {
    return stage.taskOf(context.getSelf());
  }

  private long consume(String name, long before, Task task) {
    long nanos = seeded.between(0, 6);
    stage.engine().consume(nanos);
    if (nanos > 0) {
      consumed.merge(name, nanos, Long::sum);
    }
    long now = before + nanos;
    stage
        .engine()
        .record((trace, at) -> trace.measured(at, task.id(), EffectsWhenServed.CONSUMED, now));
    return nanos;
  }

  private void effect(ActorContext<Object> context, int hops) {
    if (hops > 0 && seeded.chance(0.8)) {
      seeded.oneOf(tasks).tell(message(hops - 1));
    } else if (hops > 0) {
      context.scheduleOnce(time(10), context.getSelf(), message(hops - 1));
    }
  }

  private Object message(int hops) {
    switch (seeded.between(0, TYPES - 1)) {
      case 0:
        return new M0(hops);
      case 1:
        return new M1(hops);
      case 2:
        return new M2(hops);
      case 3:
        return new M3(hops);
      case 4:
        return new M4(hops);
      default:
        return new M5(hops);
    }
  }

  static int priorityOf(String name) {
    return Integer.parseInt(name.substring(name.indexOf('-') + 1));
  }

  /** Runs it to its end; what happened. */
  List<Event> events() {
    stage.run();
    if (stage.engine().failure() != null) {
      throw new AssertionError(stage.engine().failure());
    }
    return stage.events();
  }

  /** CPU time that each task consumed, by its handlers' own account; empty when turns were cut. */
  Optional<Map<String, Long>> consumed() {
    return aborted ? Optional.empty() : Optional.of(consumed);
  }

  @Override
  public void close() {
    stage.close();
  }
}
