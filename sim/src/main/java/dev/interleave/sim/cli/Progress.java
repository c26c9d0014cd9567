package dev.interleave.sim.cli;

/** One line on a terminal's standard error that changes while something is worked at. */
final class Progress implements AutoCloseable {
  private static final String START_OF_EMPTY_LINE = "\r\033[K";

  private final Session session;
  private final boolean shown;

  Progress(Session session) {
    this.session = session;
    this.shown =
        session.terminals().err()
            && !session.environment().getOrDefault("TERM", "dumb").equals("dumb");
  }

  /** What is worked at now. */
  void at(String what) {
    write(START_OF_EMPTY_LINE + what + " ...");
  }

  private void write(String text) {
    if (shown) {
      session.err().print().print(text);
      session.err().flush();
    }
  }

  @Override
  public void close() {
    write(START_OF_EMPTY_LINE);
  }
}
