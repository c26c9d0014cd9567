package dev.interleave.sim.cli;

import picocli.CommandLine.Parameters;

/** Which scenario a command is about. */
final class ScenarioParameter {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "a scenario: a file, the short name of a shipped one, or - (default: desktop)")
  String file = "desktop";
}
