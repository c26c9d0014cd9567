package dev.interleave.kernel.dispatch;

import com.typesafe.config.Config;
import dev.interleave.kernel.redefine.Redefinition;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that no class of this JVM keeps to real time where virtual time is meant. */
final class Prepared {
  private static final Logger LOG = LoggerFactory.getLogger("dev.interleave.simulated");
  private static final String HOW = "interleave.simulated.loaded-early";

  private Prepared() {}

  /** For a system that its configuration puts on a simulated machine. */
  static void require(Config config) {
    List<String> early = early();
    if (!early.isEmpty() && !"report".equals(config.getString(HOW))) {
      throw new IllegalStateException(told(early) + ", or set " + HOW + " = report");
    }
    report(early);
  }

  /** Changes what can be changed, and reports the rest. */
  static void orReport() {
    report(early());
  }

  private static void report(List<String> early) {
    if (!early.isEmpty()) {
      LOG.warn(told(early));
    }
  }

  private static List<String> early() {
    List<String> early = new ArrayList<>(Redefinition.loadedEarly());
    if (!FutureSteps.installed()) {
      early.add(FutureSteps.NAME);
    }
    return early;
  }

  private static String told(List<String> early) {
    return "classes that were loaded before the first simulated system was made keep to the wall"
        + " clock and to random numbers of their own: "
        + String.join(", ", early)
        + "; create a simulated system first, or call "
        + Redefinition.class.getName()
        + ".loadedEarly() before";
  }
}
