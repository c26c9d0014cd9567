package dev.interleave.testkit.jvm;

import dev.interleave.kernel.Host;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.sim.scenario.Scenario;
import dev.interleave.sim.scenario.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A program that runs a scenario on the simulated dispatcher and prints every event. */
final class ScenarioTrace {
  private ScenarioTrace() {}

  /**
   * Prints an event a line, then how the run ended, then the digest.
   *
   * @param arguments a scenario file, or its text when it has a brace; then overrides
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    Scenario scenario = load(arguments);
    Kernel kernel = Kernel.boot(scenario.plan(), List.of(out::println), Host.NONE);
    Outcome outcome = kernel.run();
    out.println(outcome);
    out.println(kernel.digest().orElseThrow());
    out.flush();
  }

  private static Scenario load(String[] arguments) {
    List<String> sets = new ArrayList<>(List.of("dispatcher.type=simulated"));
    sets.addAll(List.of(arguments).subList(1, arguments.length));
    boolean inline = arguments[0].contains("{");
    Surroundings process = Surroundings.ofProcess(ScenarioTrace.class.getClassLoader());
    byte[] text = (inline ? arguments[0] : "").getBytes(StandardCharsets.UTF_8);
    Surroundings own =
        new Surroundings(
            process.home(),
            process.classes(),
            process.environment(),
            new ByteArrayInputStream(text));
    return Scenario.load(inline ? "-" : arguments[0], sets, own);
  }
}
