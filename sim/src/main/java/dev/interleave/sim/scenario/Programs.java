package dev.interleave.sim.scenario;

import com.typesafe.config.ConfigObject;
import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.sim.program.StepScope;
import java.util.Optional;

/** The steps and arrivals of programs, where the step language is. */
final class Programs implements ProgramReader {

  @Override
  public Optional<Program<?>> steps(ConfigObject block, StepScope scope, Mistakes mistakes) {
    mistakes.addKey(block, ScenarioKeys.STEPS, "the language of steps is not there yet");
    return Optional.empty();
  }

  @Override
  public Optional<Arrivals> arrivals(ConfigObject block, String owner, Mistakes mistakes) {
    return Optional.of(new Arrivals.Once());
  }
}
