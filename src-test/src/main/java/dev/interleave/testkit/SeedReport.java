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
    String repeat = Repeat.of(test, seed, context).toString();
    failure.addSuppressed(new Schedule(repeat));
    System.err.println(repeat);
    throw failure;
  }

  /** Carries the commands in the report of a failure. */
  static final class Schedule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Schedule(String repeat) {
      super(repeat, null, false, false);
    }
  }
}
