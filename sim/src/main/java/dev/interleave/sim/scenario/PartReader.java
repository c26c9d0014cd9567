package dev.interleave.sim.scenario;

import com.typesafe.config.ConfigObject;
import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Driver;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Nearest;
import dev.interleave.kernel.config.Requests;
import dev.interleave.kernel.config.TypedBlock;
import dev.interleave.sim.program.ArrivalKeys;
import dev.interleave.sim.program.StepScope;
import dev.interleave.sim.program.Steps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the parts of a plan from their blocks. */
final class PartReader {

  private final List<ComponentBlock> blocks;
  private final Mistakes mistakes;
  private final Map<String, Requests> drivers = new LinkedHashMap<>();

  PartReader(List<ComponentBlock> blocks, Mistakes mistakes) {
    this.blocks = blocks;
    this.mistakes = mistakes;
    blocks.stream()
        .filter(it -> it.kind() == Kind.DRIVER)
        .forEach(it -> it.requests().ifPresent(requests -> drivers.put(it.name(), requests)));
  }

  /** The parts in the order of the blocks; those with mistakes are missing. */
  List<Part> read() {
    return blocks.stream().flatMap(block -> part(block).stream()).toList();
  }

  private Optional<Part> part(ComponentBlock block) {
    return block.kind() == Kind.DRIVER ? driver(block) : program(block);
  }

  private Optional<Part> driver(ComponentBlock block) {
    Optional<Driver<?>> driver =
        block
            .typed()
            .flatMap(it -> it.make(Driver.class, ScenarioKeys.COMPONENT, mistakes))
            .map(it -> (Driver<?>) it);
    return driver.flatMap(
        made ->
            block
                .task()
                .map(task -> new Part.DriverPart(block.name(), made, block.useNames(), task)));
  }

  private Optional<Part> program(ComponentBlock block) {
    Optional<Program<?>> program = block.takesSteps() ? steps(block) : typed(block);
    ConfigObject settings = block.typed().map(TypedBlock::settings).orElse(block.block());
    Optional<Arrivals> arrivals = ArrivalKeys.read(settings, block.owner(), mistakes);
    if (program.isEmpty() || arrivals.isEmpty() || block.task().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Part.ProgramPart(
            block.name(), program.get(), block.useNames(), block.task().get(), arrivals.get()));
  }

  private Optional<Program<?>> typed(ComponentBlock block) {
    if (block.block().containsKey(ScenarioKeys.STEPS)) {
      String problem =
          block.owner() + " has a type and steps: only one of them can say what it does";
      mistakes.addKey(block.block(), ScenarioKeys.STEPS, problem);
    }
    return block
        .typed()
        .flatMap(it -> it.make(Program.class, ScenarioKeys.TYPED_PROGRAM, mistakes))
        .map(it -> (Program<?>) it);
  }

  private Optional<Program<?>> steps(ComponentBlock block) {
    mistakes.sources().inOrder(block.block()).keySet().forEach(key -> checkKey(key, block));
    StepScope scope = new StepScope(block.name(), block.useNames(), drivers);
    return Steps.program(block.block(), scope, mistakes).map(it -> it);
  }

  private void checkKey(String key, ComponentBlock block) {
    if (!ScenarioKeys.PROGRAM.contains(key)) {
      String hint = Nearest.hintOrList(key, ScenarioKeys.PROGRAM);
      String problem = "unknown setting '" + key + "' of " + block.owner() + hint;
      mistakes.addKey(block.block(), key, problem);
    }
  }
}
