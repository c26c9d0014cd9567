package dev.interleave.testkit.check;

import java.util.Set;

/** The calls by which code depends on the wall clock, or on chance that no seed governs. */
public final class ClocksAndDice {
  private static final Set<String> FORBIDDEN =
      Set.of(
          "java.lang.System.nanoTime",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.identityHashCode",
          "java.lang.Math.random",
          "java.lang.Thread.sleep",
          "java.util.UUID.randomUUID",
          "java.util.Collections.shuffle/1",
          "java.util.Random.<init>/0",
          "java.util.SplittableRandom.<init>/0",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.security.SecureRandom.<init>/0");

  private ClocksAndDice() {}

  /**
   * Whether a call is one of them.
   *
   * @param owner the class of the method, {@code java.lang.System}
   * @param name of the method, {@code <init>} for a constructor
   * @param parameters how many it has
   */
  public static boolean has(String owner, String name, int parameters) {
    String method = owner + "." + name;
    return FORBIDDEN.contains(method)
        || FORBIDDEN.contains(method + "/" + parameters)
        || (owner.startsWith("java.time.") && name.equals("now"));
  }
}
