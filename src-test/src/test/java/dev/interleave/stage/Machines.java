package dev.interleave.stage;

import dev.interleave.kernel.Machine;
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

  /** Those of one core. */
  public static Stream<Machine> ofOneCore() {
    return Stream.of(new Machine.OneThread(7), Machine.Simulated.of(1, 7));
  }
}
