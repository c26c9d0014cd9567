package dev.interleave.sim.cli;

/** What the process tells whoever started it. */
final class Exit {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int BAD_CONFIGURATION = 78;
  static final int UNMET = 99;
  static final int HUNG_UP = 129;
  static final int INTERRUPTED = 130;
  static final int TERMINATED = 143;

  /** The same for {@code --help}. */
  static final String RUN_FAILED_TEXT = "1:the run failed, or something could not be written";

  private Exit() {}
}
