package dev.interleave.kernel.anysystem;

import dev.interleave.drivers.LentHost;
import dev.interleave.drivers.keyboard.HostKeyboard;
import dev.interleave.drivers.keyboard.TypedBytes;
import dev.interleave.kernel.Host;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.sim.scenario.Scenario;
import dev.interleave.sim.scenario.ShippedScenarios;
import dev.interleave.sim.scenario.Surroundings;
import java.util.List;
import java.util.Locale;

/** Every shipped scenario in virtual time. The main class prints a line a scenario and seed. */
final class ShippedRuns {
  private static final Surroundings HERE =
      Surroundings.ofProcess(ShippedRuns.class.getClassLoader());

  private static final String SESSION = "echo hello\nsum 1000000\nping host\nexit\n";

  private ShippedRuns() {}

  /**
   * Runs them and prints their lines.
   *
   * @param arguments the number of seeds
   */
  public static void main(String[] arguments) {
    int seeds = Integer.parseInt(arguments[0]);
    for (String name : ShippedScenarios.of(HERE).names()) {
      for (long seed = 1; seed <= seeds; seed++) {
        System.out.println(line(name, seed));
      }
    }
  }

  private static String line(String name, long seed) {
    List<String> sets = List.of("dispatcher.type=simulated", "dispatcher.seed=" + seed);
    Scenario scenario = Scenario.load(name, sets, HERE);
    Host keys = new LentHost().with(HostKeyboard.class, TypedBytes.pipe(SESSION));
    Kernel kernel = Kernel.boot(scenario.plan(), List.of(), keys);
    Outcome outcome = kernel.run();
    return String.format(
        Locale.ROOT,
        "%s.conf %d %s %s %s",
        name,
        seed,
        kernel.digest().orElse("none"),
        outcome.elapsed(),
        outcome.end().name());
  }
}
