package dev.interleave.testkit;

import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.Protocol;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.trace.Event;
import dev.interleave.sim.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/**
 * A bench for one driver: sends it requests at given times and collects its answers. Requests are
 * prepared first and sent by {@link #run}. Not threadsafe.
 *
 * @param <M> the driver's protocol
 */
public final class DriverBench<M> {
  private static final String BENCH = "bench";

  private final Plan plan;
  private final Part.DriverPart driver;
  private final List<Request> script = new ArrayList<>();
  private final List<Reply> replies = new ArrayList<>();
  private Duration time = Duration.ZERO;
  private ScenarioBench.@Nullable Run run;

  /**
   * One prepared request.
   *
   * @param at when it is sent, since boot
   * @param request makes it from the reply address
   * @param answered whether an answer is waited for
   */
  record Request(Duration at, Function<ActorRef<Object>, Object> request, boolean answered) {}

  /**
   * One answer.
   *
   * @param at when it came, since boot
   * @param value what came; a {@link Failure} when the kernel answered for the driver
   */
  public record Reply(Duration at, Object value) {
    @Override
    public String toString() {
      return ReplyText.of(value) + "@" + ReplyText.of(at);
    }
  }

  /** The kernel's answer when the driver crashed or rejected the request. */
  public record Failure(String reason) {}

  private DriverBench(Plan plan, Part.DriverPart driver) {
    this.plan = plan;
    this.driver = driver;
  }

  /**
   * The bench for the one driver of {@code scenario} that speaks {@code protocol}.
   *
   * @throws IllegalArgumentException when there is none or more than one
   */
  static <M> DriverBench<M> of(Scenario scenario, Class<?> protocol) {
    List<Part.DriverPart> speakers =
        scenario.plan().parts().stream()
            .filter(Part.DriverPart.class::isInstance)
            .map(Part.DriverPart.class::cast)
            .filter(part -> protocol.isAssignableFrom(Protocol.of(part.driver())))
            .toList();
    if (speakers.size() != 1) {
      throw new IllegalArgumentException(
          speakers.size() + " drivers of " + scenario.name() + " speak " + protocol.getName());
    }
    return new DriverBench<>(scenario.plan(), speakers.get(0));
  }

  /** Sends the request that {@code request} makes from a reply address, at the bench's time. */
  @SuppressWarnings("unchecked") // whatever answers is collected as it is
  public <R> DriverBench<M> ask(Function<ActorRef<R>, ? extends M> request) {
    script.add(
        new Request(time, address -> request.apply((ActorRef<R>) (ActorRef<?>) address), true));
    return this;
  }

  /** Sends {@code message}, at the bench's time. */
  public DriverBench<M> tell(M message) {
    script.add(new Request(time, address -> message, false));
    return this;
  }

  /** What follows is sent so much later. */
  public DriverBench<M> advance(Duration by) {
    time = time.plus(by);
    return this;
  }

  /**
   * Runs the scenario with the prepared requests until the last answer has come.
   *
   * @return the answers in the order of their coming: {@code on@40us off@80us}
   */
  public String run() {
    replies.clear();
    List<Part> parts = new ArrayList<>(plan.parts());
    parts.add(
        new Part.ProgramPart(
            BENCH,
            new BenchProgram(driver.name(), List.copyOf(script), replies),
            List.of(driver.name()),
            TaskSettings.DEFAULT,
            new Arrivals.Once()));
    run =
        ScenarioBench.run(
            new Plan(plan.name(), plan.machine(), plan.policy(), plan.until(), List.copyOf(parts)));
    return replies.stream().map(Reply::toString).collect(Collectors.joining(" "));
  }

  /** The answers of the last run, in the order of their coming. */
  public List<Reply> replies() {
    return List.copyOf(replies);
  }

  /**
   * How the last run ended, with its trace.
   *
   * @throws IllegalStateException before the first run
   */
  public ScenarioBench.Run lastRun() {
    ScenarioBench.Run last = run;
    if (last == null) {
      throw new IllegalStateException("nothing has run on this bench yet");
    }
    return last;
  }

  /** CPU time that the driver and its children used in the last run. */
  public Duration cpu() {
    Set<Integer> tasks = tasksOfDriver();
    return Duration.ofNanos(
        lastRun().events().stream()
            .filter(Event.Left.class::isInstance)
            .map(Event.Left.class::cast)
            .filter(left -> tasks.contains(left.task()))
            .mapToLong(Event.Left::served)
            .sum());
  }

  /** How many interrupts its device raised in the last run, coalesced ones included. */
  public long interrupts() {
    Set<Integer> tasks = tasksOfDriver();
    return lastRun().events().stream()
        .filter(event -> event instanceof Event.Interrupt && tasks.contains(event.task()))
        .count();
  }

  private Set<Integer> tasksOfDriver() {
    return lastRun().events().stream()
        .filter(Event.Started.class::isInstance)
        .map(Event.Started.class::cast)
        .filter(started -> (started.name() + ".").startsWith(driver.name() + "."))
        .map(Event.Started::task)
        .collect(Collectors.toSet());
  }
}
