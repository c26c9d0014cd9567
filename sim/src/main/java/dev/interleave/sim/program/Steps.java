package dev.interleave.sim.program;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.config.Mistakes;
import java.util.List;
import java.util.Optional;

/** Reads the steps of programs from a scenario file. What is wrong is added to the mistakes. */
public final class Steps {

  private Steps() {}

  /**
   * The program that the keys {@code steps} and {@code repeat} of {@code block} describe; without
   * {@code repeat} it takes its steps once.
   *
   * @return empty when there were mistakes
   */
  public static Optional<StepProgram> program(
      ConfigObject block, StepScope scope, Mistakes mistakes) {
    int before = mistakes.count();
    ConfigValue list = block.get("steps");
    if (list == null) {
      mistakes.add(block, scope.owner() + " needs steps = [ ... ]");
      return Optional.empty();
    }
    List<Step> steps = new StepReader(scope, mistakes).task(list, scope.owner());
    long repeat = Times.read(block, scope.owner(), mistakes);
    return mistakes.count() == before
        ? Optional.of(new StepProgram(steps, repeat))
        : Optional.empty();
  }
}
