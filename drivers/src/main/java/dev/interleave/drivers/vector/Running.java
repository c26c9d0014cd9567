package dev.interleave.drivers.vector;

import dev.interleave.drivers.vector.VectorDriver.Job;
import dev.interleave.drivers.vector.VectorDriver.PartDone;

/** A job that the lanes are at. Not threadsafe. */
final class Running {

  private final Job job;
  private final long started;
  private final int parts;
  private int missing;
  private long total;

  Running(Job job, long started, int parts) {
    this.job = job;
    this.started = started;
    this.parts = parts;
    this.missing = parts;
  }

  /** Adds the result of a part; true when that was the last one. */
  boolean done(PartDone part) {
    total = Math.addExact(total, part.value());
    missing--;
    return missing == 0;
  }

  Job job() {
    return job;
  }

  long started() {
    return started;
  }

  int parts() {
    return parts;
  }

  long total() {
    return total;
  }
}
