package dev.interleave.sim.cli;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Types;
import dev.interleave.sim.scenario.Scenario;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the values of flags before a scenario is loaded: a wrong one is a mistake in using the
 * command, not in a file.
 */
record FlagCheck(MachineFlags flags) {

  /**
   * @throws UsageError when a value cannot be
   */
  void beforeLoading(Session session) {
    type("--dispatcher", Kind.DISPATCHER, flags.dispatcher, session);
    type("--policy", Kind.POLICY, flags.policy, session);
    FlagTimes.nanos("--until", flags.until);
    if (flags.cores != null && flags.cores < 1) {
      throw new UsageError("--cores must be at least 1, not " + flags.cores);
    }
    if (flags.pace != null && !(flags.pace >= 0)) {
      throw new UsageError("--pace must be at least 0, not " + flags.pace);
    }
  }

  /**
   * @throws UsageError when the dispatcher has nothing of the kind
   */
  void afterLoading(Scenario scenario) {
    Machine machine = scenario.plan().machine();
    if (machine instanceof Machine.OneThread && flags.cores != null && flags.cores > 1) {
      throw new UsageError(
          "one-thread has one core: choose --dispatcher multicore or --dispatcher simulated with"
              + " --cores "
              + flags.cores);
    }
    if (!(machine instanceof Machine.Simulated) && flags.pace != null) {
      throw new UsageError("--pace is for --dispatcher simulated: real time has its own");
    }
  }

  private static void type(String flag, Kind kind, @Nullable String name, Session session) {
    if (name != null) {
      Mistakes mistakes = new Mistakes();
      Types types = Types.load(session.surroundings().classes(), mistakes);
      ConfigObject block = ConfigValueFactory.fromMap(Map.of("type", name), flag);
      types.resolve(kind, block, flag, mistakes);
      throwIfAny(mistakes, flag);
    }
  }

  private static void throwIfAny(Mistakes mistakes, String flag) {
    if (!mistakes.isEmpty()) {
      throw new UsageError(flag + ": " + mistakes.all().get(0).problem());
    }
  }
}
