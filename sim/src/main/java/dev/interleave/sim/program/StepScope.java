package dev.interleave.sim.program;

import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the steps of one program may name.
 *
 * @param program the program's name
 * @param uses its whole authority, as the file says
 * @param drivers what each driver of the scenario understands, by name; one that is not known
 *     because its block has mistakes is missing
 */
public record StepScope(String program, List<String> uses, Map<String, Requests> drivers) {

  /**
   * The requests of {@code target}, if a step may name it.
   *
   * @param at where the step names it
   * @return empty when it may not, which is a mistake, or when its driver is not known, which has
   *     been told elsewhere
   */
  public Optional<Requests> requests(String target, ConfigValue at, Mistakes mistakes) {
    if (!uses.contains(target)) {
      mistakes.add(at, refusal(target), target);
      return Optional.empty();
    }
    return Optional.ofNullable(drivers.get(target));
  }

  /** How mistakes name the program. */
  String owner() {
    return "program " + program;
  }

  private String refusal(String target) {
    String owned = "[" + String.join(", ", uses) + "]";
    return owner() + " may not use " + target + ": it is not in its uses = " + owned;
  }
}
