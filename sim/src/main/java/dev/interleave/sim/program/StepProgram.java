package dev.interleave.sim.program;

import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import java.util.List;
import org.apache.pekko.actor.typed.Behavior;

/**
 * A program that a scenario file writes down: a list of steps, taken some times over.
 *
 * <p>A turn goes on from step to step until one waits, until it would compute a second time, or
 * until it would go round a loop a second time; so it always ends, and what follows a {@code
 * compute} (a request, a sleep) begins at the moment when that has been served. An iteration ends
 * when its last step and all children that it forked have ended.
 *
 * <p>An ask that gets no answer, since its driver crashed or refused the request, is counted as a
 * failure, and the program goes on with the next step.
 */
public final class StepProgram implements Program<StepProgram.Message> {

  /** What comes to a program that waits. Nobody else sends to it. */
  public sealed interface Message permits Came, Answered, Refused, Ended {}

  /** What was waited for has come: a time, a lock, the program's own next turn. */
  record Came() implements Message {}

  /** The answer to the ask that waits. */
  record Answered() implements Message {}

  /** There will be no answer to the ask that waits. */
  record Refused() implements Message {}

  /** A child that was forked as {@code name} has ended. */
  record Ended(String name) implements Message {}

  private final List<Step> steps;
  private final long repeat;
  private final boolean forked;

  /**
   * @param steps the steps of one iteration
   * @param repeat how many iterations; at least 0
   */
  public StepProgram(List<Step> steps, long repeat) {
    this(steps, repeat, false);
  }

  private StepProgram(List<Step> steps, long repeat, boolean forked) {
    this.steps = List.copyOf(steps);
    this.repeat = repeat;
    this.forked = forked;
  }

  /** A child that takes {@code steps} once, as a part of its parent's iteration. */
  static StepProgram forked(List<Step> steps) {
    return new StepProgram(steps, 1, true);
  }

  @Override
  public Behavior<Message> start(ProgramContext<Message> context) {
    return new Walk(context, steps, repeat, forked).begin();
  }
}
