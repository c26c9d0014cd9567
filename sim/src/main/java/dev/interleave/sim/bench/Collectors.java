package dev.interleave.sim.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** The collector of this JVM: it matters more than most else to what is measured. */
final class Collectors {
  private Collectors() {}

  /** The names of its parts, the young generation's first. */
  static String inUse() {
    return String.join(
        " and ",
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .toList());
  }
}
