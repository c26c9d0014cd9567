package dev.interleave.sim.expect;

/**
 * What became of an expectation in one run.
 *
 * @param text as the scenario has it
 * @param where {@code yield.conf:21}
 * @param verdict what became of it
 * @param measured what was measured, for people
 */
public record Checked(String text, String where, Verdict verdict, String measured) {

  /** What became of an expectation. */
  public enum Verdict {
    MET,
    UNMET,
    /** It is about other dispatchers. */
    SKIPPED
  }

  /** The line for people: {@code expectation not met: drops = 0, measured 3 (lab.conf:9)}. */
  public String complaint() {
    return "expectation not met: " + text + ", measured " + measured + "   (" + where + ")";
  }

  /** Whether it was looked at and does not hold. */
  public boolean unmet() {
    return verdict == Verdict.UNMET;
  }
}
