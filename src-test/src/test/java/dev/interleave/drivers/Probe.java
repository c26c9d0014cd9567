package dev.interleave.drivers;

import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Host;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.kernel.trace.Event;
import dev.interleave.sim.program.ScenarioRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * One run of a scenario with a program that tells a driver things at given times and writes down
 * all that it hears.
 *
 * @param heard in order
 */
public record Probe(List<Heard> heard, ScenarioRun run) {

  /** Something that was heard, and when. */
  public record Heard(Duration at, Object message) {}

  /** A request without its reply address, told at some time since boot. */
  public record Shot(Duration at, Function<ActorRef<Object>, Object> request) {}

  /** What the program does when it has heard something. */
  public interface Reaction {

    /** Requests that are told at once, without their reply address. */
    List<Function<ActorRef<Object>, Object>> to(Object message);
  }

  /** A shot at boot. */
  public static Shot now(Function<ActorRef<Object>, Object> request) {
    return new Shot(Duration.ZERO, request);
  }

  /** A shot at that many milliseconds. */
  public static Shot at(long millis, Function<ActorRef<Object>, Object> request) {
    return new Shot(Duration.ofMillis(millis), request);
  }

  /** Runs until the program hears something of which {@code last} is true, or nothing is left. */
  public static Probe run(
      String dispatcher,
      String scenario,
      Host host,
      String driver,
      List<Shot> shots,
      Reaction reaction,
      Predicate<Object> last) {
    Prober prober =
        new Prober(driver, shots, reaction, last, Collections.synchronizedList(new ArrayList<>()));
    Plan plan = ScenarioRun.load(scenario, "dispatcher.type=" + dispatcher).plan();
    List<Part> parts = new ArrayList<>(plan.parts());
    parts.add(
        new Part.ProgramPart(
            "probe", prober, List.of(driver), TaskSettings.DEFAULT, new Arrivals.Once()));
    List<Event> events = Collections.synchronizedList(new ArrayList<>());
    Plan whole = new Plan(plan.name(), plan.machine(), plan.policy(), plan.until(), parts);
    Kernel kernel = Kernel.boot(whole, List.of(events::add), host);
    Outcome outcome = kernel.run();
    ScenarioRun run = new ScenarioRun(outcome, kernel.digest(), List.copyOf(events));
    return new Probe(List.copyOf(prober.heard), run);
  }

  /** As {@link #run} on a simulated machine without a host, until nothing is left. */
  public static Probe simulated(String scenario, String driver, Shot... shots) {
    return run(
        "simulated",
        scenario,
        Host.NONE,
        driver,
        List.of(shots),
        heard -> List.of(),
        heard -> false);
  }

  /** All messages that were heard. */
  public List<Object> messages() {
    return heard.stream().map(Heard::message).toList();
  }

  /** When they were heard. */
  public List<Duration> times() {
    return heard.stream().map(Heard::at).toList();
  }

  private record Fire(Function<ActorRef<Object>, Object> request) {}

  private record Prober(
      String driver, List<Shot> shots, Reaction reaction, Predicate<Object> last, List<Heard> heard)
      implements Program<Object> {

    @Override
    public Behavior<Object> start(ProgramContext<Object> context) {
      return Behaviors.withTimers(
          timers -> {
            shots.forEach(
                shot -> timers.startSingleTimer(shot, new Fire(shot.request()), shot.at()));
            return Behaviors.receive(Object.class)
                .onMessage(Fire.class, fire -> tell(context, fire.request()))
                .onAnyMessage(message -> hear(context, message))
                .build();
          });
    }

    private Behavior<Object> tell(
        ProgramContext<Object> context, Function<ActorRef<Object>, Object> request) {
      context.tell(driver, request.apply(context.actor().getSelf()));
      return Behaviors.same();
    }

    private Behavior<Object> hear(ProgramContext<Object> context, Object message) {
      heard.add(new Heard(context.clock().sinceBoot(), message));
      reaction.to(message).forEach(request -> tell(context, request));
      return last.test(message) ? Behaviors.stopped() : Behaviors.same();
    }
  }
}
