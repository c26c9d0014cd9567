package dev.interleave.sim.compare;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Part;
import dev.interleave.sim.run.RunResult;
import java.util.List;

/**
 * One run of a comparison.
 *
 * @param title what is special about it: {@code simulated 2}
 * @param result what came of it
 * @param activity who did what when
 * @param runs of how many runs it is the median
 */
public record Column(String title, RunResult result, Activity activity, int runs) {

  /** A single run. */
  public Column(String title, RunResult result, Activity activity) {
    this(title, result, activity, 1);
  }

  Column ofRuns(int number) {
    return new Column(title, result, activity, number);
  }

  /** From boot to the end of the last work, in nanoseconds. */
  public long makespan() {
    return result.outcome().elapsed().toNanos();
  }

  /** CPU time of all tasks, in nanoseconds. */
  long cpu() {
    return result.metrics().amount("cpu");
  }

  /** The programs of which instances came to an end. */
  List<String> programs() {
    return result.plan().parts().stream()
        .filter(Part.ProgramPart.class::isInstance)
        .map(Part::name)
        .filter(it -> result.metrics().amount(it + ".response.count") > 0)
        .toList();
  }

  /** How long an instance of {@code program} took at most, but for one in a hundred. */
  long responseP99(String program) {
    return result.metrics().amount(program + ".response.p99");
  }

  boolean virtual() {
    return result.plan().machine() instanceof Machine.Simulated;
  }

  int cores() {
    return result.plan().machine().cores();
  }

  /** Whether the run came to its own end. */
  public boolean whole() {
    Outcome.End end = result.outcome().end();
    return end != Outcome.End.FAILED && end != Outcome.End.DRAINED;
  }
}
