package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import java.util.HashSet;
import java.util.Set;

/** Which drivers have yet to start for the first time. Threadsafe. */
final class StartUp {
  private final Set<String> missing = new HashSet<>();
  private Runnable whenUp = () -> {};

  StartUp(Plan plan) {
    plan.parts().stream()
        .filter(Part.DriverPart.class::isInstance)
        .forEach(driver -> missing.add(driver.name()));
  }

  /** What is done, once, when no driver is missing any more; before the run. */
  synchronized void whenUp(Runnable action) {
    whenUp = action;
  }

  /** The run begins: without drivers all of them are up. */
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

  /** A component, a driver or not, has started for the first time. */
  void started(String name) {
    if (wasLast(name)) {
      action().run();
    }
  }

  private synchronized boolean wasLast(String name) {
    return missing.remove(name) && missing.isEmpty();
  }
}
