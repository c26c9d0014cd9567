package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import java.util.HashSet;
import java.util.Set;

/**
 * Which components have yet to start for the first time: the drivers, and the programs that run
 * once. Threadsafe.
 */
final class StartUp {
  private final Set<String> missing = new HashSet<>();
  private int starting;
  private Runnable whenUp = () -> {};

  StartUp(Plan plan) {
    plan.parts().stream().filter(StartUp::startsAtBoot).forEach(part -> missing.add(part.name()));
  }

  private static boolean startsAtBoot(Part part) {
    return !(part instanceof Part.ProgramPart program)
        || program.arrivals() instanceof Arrivals.Once;
  }

  /** What is done, once, when none is missing any more; before the run. */
  synchronized void whenUp(Runnable action) {
    whenUp = action;
  }

  /** The run begins: without such components all of them are up. */
  void begin() {
    if (isComplete()) {
      action().run();
    }
  }

  private synchronized boolean isComplete() {
    return missing.isEmpty();
  }

  private synchronized Runnable action() {
    return whenUp;
  }

  /** Some component begins to start for the first time. */
  synchronized void begins() {
    starting++;
  }

  /** It has started, or cannot. */
  synchronized void ends() {
    starting--;
    notifyAll();
  }

  /**
   * Waits until every start that has begun has come to its end: one that fails fails the run,
   * though another core has ended it meanwhile.
   */
  synchronized void awaitBegun() {
    try {
      while (starting > 0) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Some component has started for the first time. */
  void started(String name) {
    if (wasLast(name)) {
      action().run();
    }
  }

  private synchronized boolean wasLast(String name) {
    return missing.remove(name) && missing.isEmpty();
  }
}
