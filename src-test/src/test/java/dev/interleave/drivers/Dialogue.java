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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * One run of a scenario with a program that asks a driver one thing after the other.
 *
 * @param replies in order; the reason as text where a request was not answered
 */
public record Dialogue(List<Object> replies, ScenarioRun run) {

  /** A request without its reply address. */
  public interface Question extends Function<ActorRef<Object>, Object> {}

  /** Asks {@code driver} of the scenario in {@code text}, each question after the last answer. */
  public static Dialogue on(
      String dispatcher, String text, String driver, List<Question> questions) {
    Asker asker = new Asker(driver, questions, Collections.synchronizedList(new ArrayList<>()));
    Plan plan = ScenarioRun.load(text, "dispatcher.type=" + dispatcher).plan();
    List<Part> parts = new ArrayList<>(plan.parts());
    parts.add(
        new Part.ProgramPart(
            "asker", asker, List.of(driver), TaskSettings.DEFAULT, new Arrivals.Once()));
    List<Event> events = Collections.synchronizedList(new ArrayList<>());
    Plan whole = new Plan(plan.name(), plan.machine(), plan.policy(), plan.until(), parts);
    Kernel kernel = Kernel.boot(whole, List.of(events::add), Host.NONE);
    Outcome outcome = kernel.run();
    return new Dialogue(
        List.copyOf(asker.replies), new ScenarioRun(outcome, kernel.digest(), List.copyOf(events)));
  }

  /** As {@link #on}, with one question. */
  public static Object answer(String dispatcher, String text, String driver, Question question) {
    return on(dispatcher, text, driver, List.of(question)).replies().get(0);
  }

  private record Asker(String driver, List<Question> questions, List<Object> replies)
      implements Program<Object> {

    @Override
    public Behavior<Object> start(ProgramContext<Object> context) {
      return next(context);
    }

    private Behavior<Object> next(ProgramContext<Object> context) {
      if (replies.size() == questions.size()) {
        return Behaviors.stopped();
      }
      Question question = questions.get(replies.size());
      context.<Object>ask(driver, question, reply -> reply, reason -> reason);
      return Behaviors.receive(Object.class).onAnyMessage(reply -> heard(reply, context)).build();
    }

    private Behavior<Object> heard(Object reply, ProgramContext<Object> context) {
      replies.add(reply);
      return next(context);
    }
  }
}
