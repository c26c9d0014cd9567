package dev.interleave.sim.program;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Optional;

/** Reads steps of one kind, which is the key that says what the step does. */
@FunctionalInterface
interface StepKind {

  /**
   * The step of {@code block}.
   *
   * @param value what the key of this kind is set to
   * @return nothing after a mistake, or when the step is switched off
   */
  Optional<Step> read(ConfigObject block, ConfigValue value);
}
