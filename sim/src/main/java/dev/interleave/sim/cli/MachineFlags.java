package dev.interleave.sim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that choose what a scenario runs on. Each is the override of a setting. */
final class MachineFlags {
  @Option(
      names = "--dispatcher",
      paramLabel = "NAME",
      description = "one-thread, multicore or simulated")
  @Nullable String dispatcher;

  @Option(names = "--cores", paramLabel = "N", description = "how many cores the dispatcher has")
  @Nullable Integer cores;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "which ready task runs next  (interleave list policies)")
  @Nullable String policy;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "every random draw derives from it: any 64-bit whole number")
  @Nullable Long seed;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "ends the run at the latest then, such as 10s or 500ms; 0 boots and stops")
  @Nullable String until;

  @Option(
      names = "--pace",
      paramLabel = "X",
      description =
          "simulated, at a terminal: virtual seconds a second; 0.1 is slow motion, 0 is as fast"
              + " as it goes")
  @Nullable Double pace;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "overrides a setting of the scenario, such as policy.quantum=1ms; may be repeated")
  List<String> sets = new ArrayList<>();

  /** As overrides: those of {@code --set}, then those of the other flags, which win. */
  List<String> overrides() {
    List<String> all = new ArrayList<>(sets);
    put(all, "dispatcher.type", dispatcher);
    put(all, "dispatcher.cores", cores);
    put(all, "dispatcher.seed", seed);
    put(all, "dispatcher.pace", pace);
    put(all, "policy.type", policy);
    put(all, "until", until);
    return all;
  }

  /** Whether a {@code --set} chooses the dispatcher. */
  boolean setsDispatcher() {
    return sets.stream().anyMatch(it -> it.strip().startsWith("dispatcher.type"));
  }

  private static void put(List<String> overrides, String key, @Nullable Object value) {
    Optional.ofNullable(value).ifPresent(it -> overrides.add(key + "=\"" + it + "\""));
  }
}
