package dev.interleave.sim.bench;

import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.Behavior;

/** Actors that do a number of things and are done. */
interface Workload {

  /**
   * The guardian starts the actors when it is told to.
   *
   * @param meter started when they are there, stopped when they are done
   */
  record Go(Meter meter) {}

  /** As in the table. */
  String name();

  /** How many things are done in one run. */
  long operations();

  /** The guardian of one run. */
  Behavior<Go> guardian();

  /** What is measured: time, if nothing else. */
  default LongSupplier gauge() {
    return System::nanoTime;
  }
}
