package dev.interleave.sim.program;

import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the steps of one task fork and lock, and what they join and unlock. Not threadsafe. */
final class StepNames {

  /** A step that ends what another one has begun. */
  private record End(String step, String begin, String name, Set<String> begun, ConfigValue at) {

    private void check(Mistakes mistakes) {
      if (!begun.contains(name)) {
        String problem = step + " = " + name + ": these steps have no " + begin + " = " + name;
        mistakes.add(at, problem + Nearest.hint(name, begun), name);
      }
    }
  }

  private final Set<String> forked = new LinkedHashSet<>();
  private final Set<String> locked = new LinkedHashSet<>();
  private final List<End> ends = new ArrayList<>();

  void fork(String name) {
    forked.add(name);
  }

  void lock(String name) {
    locked.add(name);
  }

  void join(String name, ConfigValue at) {
    ends.add(new End("join", "fork", name, forked, at));
  }

  void unlock(String name, ConfigValue at) {
    ends.add(new End("unlock", "lock", name, locked, at));
  }

  /** Adds a mistake for each end without a beginning. */
  void check(Mistakes mistakes) {
    ends.forEach(end -> end.check(mistakes));
  }
}
