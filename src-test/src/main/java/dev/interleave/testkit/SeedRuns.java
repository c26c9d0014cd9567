package dev.interleave.testkit;

/** Whether a seed of one test has failed. For one thread. */
final class SeedRuns {
  private boolean failed;

  boolean failed() {
    return failed;
  }

  void fail() {
    failed = true;
  }
}
