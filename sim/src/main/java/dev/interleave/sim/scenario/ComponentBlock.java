package dev.interleave.sim.scenario;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Requests;
import dev.interleave.kernel.config.TypedBlock;
import dev.interleave.sim.program.StepProgram;
import java.util.List;
import java.util.Optional;

/**
 * The block of one driver or program, as far as it is understood.
 *
 * @param kind driver or program
 * @param name its name
 * @param block as the file has it
 * @param typed its type and the settings with their defaults; empty for steps, or after a mistake
 * @param uses whom it may use, each where it is named
 * @param task how the kernel treats it; empty after a mistake
 */
record ComponentBlock(
    Kind kind,
    String name,
    ConfigObject block,
    Optional<TypedBlock> typed,
    List<ConfigValue> uses,
    Optional<TaskSettings> task) {

  /** How mistakes name it: {@code driver k}. */
  String owner() {
    return kind.word() + " " + name;
  }

  /** Whom it may use. */
  List<String> useNames() {
    return uses.stream().map(it -> it.unwrapped().toString()).distinct().toList();
  }

  /** Whether the file writes down what it does, step by step. */
  boolean takesSteps() {
    return typed
        .map(it -> it.type() == StepProgram.class)
        .orElse(block.containsKey(ScenarioKeys.STEPS) && !block.containsKey(ScenarioKeys.TYPE));
  }

  /** What may be sent to it, if its type is known. */
  Optional<Requests> requests() {
    return typed.map(it -> Requests.of(it.type()));
  }
}
