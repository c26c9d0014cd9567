package dev.interleave.stage;

import dev.interleave.kernel.Machine;
import java.time.Duration;
import java.util.stream.Stream;

/** The machines that everything must hold on. */
public final class Machines {
  private Machines() {}

  /** One thread, two real cores, and one, two and five virtual cores. */
  public static Stream<Machine> all() {
    return Stream.concat(real(), Stream.of(1, 2, 5).map(cores -> Machine.Simulated.of(cores, 7)));
  }

  /** Those of real threads. */
  public static Stream<Machine> real() {
    return Stream.of(new Machine.OneThread(7), new Machine.Multicore(2, 7));
  }

  /** One virtual core, with fewer turns at one instant than usual before the run fails. */
  public static Machine.Simulated limited(long turnsPerInstant) {
    return ofOneCore(turnsPerInstant, 0);
  }

  /** One virtual core, as fast as the wall clock while somebody may speak. */
  public static Machine.Simulated live() {
    return ofOneCore(1_000_000, 1);
  }

  private static Machine.Simulated ofOneCore(long turnsPerInstant, double pace) {
    return new Machine.Simulated(
        1,
        7,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        turnsPerInstant,
        Machine.Requeue.AFTER_ARRIVALS,
        pace);
  }

  /** Those of one core. */
  public static Stream<Machine> ofOneCore() {
    return Stream.of(new Machine.OneThread(7), Machine.Simulated.of(1, 7));
  }
}
