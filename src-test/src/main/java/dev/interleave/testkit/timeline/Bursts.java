package dev.interleave.testkit.timeline;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.TaskSettings;
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
 * A few bursts of CPU time under a policy, drawn as one string:
 *
 * <pre>{@code
 * String drawn = Bursts.on(1, policy).burst("a", 0, 4).burst("b", 1, 2).drawn();
 * assertThat(drawn).isEqualTo("aabbaa");
 * }</pre>
 *
 * <p>Each task uses its core for a while when a message comes. A unit of time is a millisecond.
 * Messages of one instant come in the order of the calls. {@link #drawn} runs and closes it; not
 * threadsafe.
 */
public final class Bursts implements AutoCloseable {
  private final int cores;
  private final Stage stage;
  private final Map<String, ActorRef<Burst>> tasks = new LinkedHashMap<>();
  private final List<Runnable> arrivals = new ArrayList<>();

  /** What a task is told: to use the core that long. */
  public record Burst(Duration cpu) {}

  /** Bursts on any machine that {@link Drawing} can draw: on real cores time is no whole units. */
  public Bursts(Machine machine, Policy policy) {
    this.cores = machine.cores();
    this.stage = new Stage(machine, policy);
  }

  /** Bursts on virtual cores that cost nothing. */
  public static Bursts on(int cores, Policy policy) {
    return new Bursts(Machine.Simulated.of(cores, 1), policy);
  }

  /**
   * One message for the task of that name; a new one has the priority 0.
   *
   * @param name its first letter draws it
   * @param at when the message comes, in units since boot
   * @param units how long it uses a core for it
   */
  public Bursts burst(String name, long at, long units) {
    return burst(name, 0, at, units);
  }

  /** As above; a new task has that priority. */
  public Bursts burst(String name, int priority, long at, long units) {
    return burst(name, settings(priority, 1, Optional.empty()), at, units);
  }

  /** As above; a new task is treated as {@code settings} say. */
  public Bursts burst(String name, TaskSettings settings, long at, long units) {
    tasks.computeIfAbsent(name, first -> stage.task(name, settings, worker()));
    arrivals.add(() -> send(name, at, units));
    return this;
  }

  private void send(String name, long at, long units) {
    ActorRef<Burst> task = Objects.requireNonNull(tasks.get(name));
    stage.at(Duration.ofMillis(at), () -> task.tell(new Burst(Duration.ofMillis(units))));
  }

  /** Settings of a task that concern policies; the deadline is relative to each message. */
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

  /** What they run on. */
  public Stage stage() {
    return stage;
  }

  /**
   * Runs to the end, and draws it: one line a core, separated by {@code /}, one letter a unit,
   * {@code -} where a core idles.
   *
   * @throws AssertionError when the run fails
   */
  public String drawn() {
    try (stage) {
      arrivals.forEach(Runnable::run);
      stage.run();
      String failure = stage.engine().failure();
      if (failure != null) {
        throw new AssertionError(failure);
      }
      return Drawing.of(stage.events(), cores, Duration.ofMillis(1));
    }
  }

  @Override
  public void close() {
    stage.close();
  }
}
