package dev.interleave.sim.expect;

import dev.interleave.kernel.Machine;
import java.util.List;
import java.util.Optional;

/**
 * On which machines an expectation is checked.
 *
 * @param choices one of them must fit; without any all machines do
 */
record Applies(List<Choice> choices) {

  static final Applies ALWAYS = new Applies(List.of());
  static final List<String> DISPATCHERS = List.of("one-thread", "multicore", "simulated");

  /** A dispatcher, with that many cores if they are given. */
  record Choice(String dispatcher, Optional<Integer> cores) {

    boolean fits(Machine machine) {
      return nameOf(machine).equals(dispatcher)
          && cores.map(wanted -> wanted == machine.cores()).orElse(true);
    }
  }

  boolean to(Machine machine) {
    return choices.isEmpty() || choices.stream().anyMatch(choice -> choice.fits(machine));
  }

  private static String nameOf(Machine machine) {
    if (machine instanceof Machine.Simulated) {
      return "simulated";
    }
    return machine instanceof Machine.Multicore ? "multicore" : "one-thread";
  }
}
