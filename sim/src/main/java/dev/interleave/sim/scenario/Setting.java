package dev.interleave.sim.scenario;

/**
 * One setting of a scenario, with what its value comes from.
 *
 * @param key the whole path: {@code drivers.keyboard.source}
 * @param value as a scenario file has it, on one line
 * @param where {@code lab.conf:2}, {@code --set policy.quantum}, {@code environment PORT}, or the
 *     line of a jar's {@code reference.conf}
 */
public record Setting(String key, String value, String where) {

  /** The line of a scenario file. */
  @Override
  public String toString() {
    return key + " = " + value;
  }
}
