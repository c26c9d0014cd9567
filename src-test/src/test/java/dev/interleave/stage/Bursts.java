package dev.interleave.stage;

import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.dispatch.Machine;
import dev.interleave.kernel.policy.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Tasks that each use the core for a while when a message comes. A unit of time is a millisecond.
 * Messages of one instant come in the order of the calls.
 */
public final class Bursts implements AutoCloseable {
  private final int cores;
  private final Stage stage;
  private final Map<String, ActorRef<Burst>> tasks = new LinkedHashMap<>();
  private final List<Runnable> arrivals = new ArrayList<>();

  /** What a task is told: to use the core that long. */
  public record Burst(Duration cpu) {}

  public Bursts(Machine machine, Policy policy) {
    this.cores = machine.cores();
    this.stage = new Stage(machine, policy);
  }

  public static Bursts on(int cores, Policy policy) {
    return new Bursts(Machine.Simulated.of(cores, 1), policy);
  }

  /** One message for the task of that name; a new one has the priority 0. */
  public Bursts burst(String name, long at, long units) {
    return burst(name, 0, at, units);
  }

  /** One message for the task of that name. */
  public Bursts burst(String name, int priority, long at, long units) {
    return burst(name, settings(priority, 1, Optional.empty()), at, units);
  }

  /** One message for the task of that name. */
  public Bursts burst(String name, TaskSettings settings, long at, long units) {
    tasks.computeIfAbsent(name, first -> stage.task(name, settings, worker()));
    arrivals.add(() -> send(name, at, units));
    return this;
  }

  private void send(String name, long at, long units) {
    ActorRef<Burst> task = Objects.requireNonNull(tasks.get(name));
    stage.at(Duration.ofMillis(at), () -> task.tell(new Burst(Duration.ofMillis(units))));
  }

  public static TaskSettings settings(int priority, long weight, Optional<Duration> deadline) {
    TaskSettings usual = TaskSettings.DEFAULT;
    return new TaskSettings(
        priority, weight, deadline, usual.mailbox(), usual.costs(), usual.restart());
  }

  private Behavior<Burst> worker() {
    return Behaviors.receiveMessage(
        burst -> {
          stage.consume(burst.cpu);
          return Behaviors.same();
        });
  }

  public Stage stage() {
    return stage;
  }

  /** Runs to the end, and draws it. */
  public String drawn() {
    arrivals.forEach(Runnable::run);
    stage.run();
    String failure = stage.engine().failure();
    if (failure != null) {
      throw new AssertionError(failure);
    }
    return Drawing.of(stage.events(), cores, Duration.ofMillis(1));
  }

  @Override
  public void close() {
    stage.close();
  }
}
