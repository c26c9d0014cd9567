package dev.interleave.sim.scenario;

import com.typesafe.config.ConfigObject;
import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.sim.program.StepScope;
import java.util.Optional;

/** Reads what is special about the block of a program: its steps, and when its instances start. */
interface ProgramReader {

  /** The program that {@code steps} and {@code repeat} of the block describe. */
  Optional<Program<?>> steps(ConfigObject block, StepScope scope, Mistakes mistakes);

  /** When the instances of the program start; once when the block does not say. */
  Optional<Arrivals> arrivals(ConfigObject block, String owner, Mistakes mistakes);
}
