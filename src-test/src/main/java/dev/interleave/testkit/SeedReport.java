package dev.interleave.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Says with a failure which seed it was and how to repeat it. */
record SeedReport(KernelTest test, long seed, SeedRuns runs)
    implements TestExecutionExceptionHandler {

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    runs.fail();
    failure.addSuppressed(new Repeat(context.getRequiredTestMethod().getName(), seed));
    System.err.println("seed " + seed + " failed: " + repeat(context));
    throw failure;
  }

  private String repeat(ExtensionContext context) {
    return "repeat it with @KernelTest(value = ..., seed = "
        + seed
        + ") on "
        + context.getRequiredTestMethod().getName()
        + (test.value().contains("{")
            ? ""
            : ", or: interleave run " + test.value() + " --dispatcher simulated --seed " + seed);
  }

  /** Carries the seed in the report of a failure. */
  static final class Repeat extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Repeat(String test, long seed) {
      super(test + " failed with seed " + seed, null, false, false);
    }
  }
}
