package dev.interleave.sim.scenario;

import com.typesafe.config.ConfigObject;
import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.sim.program.ArrivalKeys;
import dev.interleave.sim.program.StepScope;
import dev.interleave.sim.program.Steps;
import java.util.Optional;

/** The steps and arrivals of programs, by the language of steps. */
final class Programs implements ProgramReader {

  @Override
  public Optional<Program<?>> steps(ConfigObject block, StepScope scope, Mistakes mistakes) {
    return Steps.program(block, scope, mistakes).map(it -> it);
  }

  @Override
  public Optional<Arrivals> arrivals(ConfigObject block, String owner, Mistakes mistakes) {
    return ArrivalKeys.read(block, owner, mistakes);
  }
}
