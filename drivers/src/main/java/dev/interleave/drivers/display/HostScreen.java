package dev.interleave.drivers.display;

import java.io.IOException;

/** The standard output of the process, lent by the front end to the display's device. */
public interface HostScreen {

  /** What can be done to what was written. */
  enum Kind {
    /** Nothing: a file or a pipe. */
    PLAIN,
    /** The cursor can go back in its line: a terminal without any other abilities. */
    DUMB,
    /** Every cell in reach can be written again: a terminal that knows ANSI sequences. */
    ANSI
  }

  /**
   * How many cells a terminal has; each at least 1.
   *
   * @param columns in a row
   */
  record Size(int columns, int rows) {}

  /** Whether it is a terminal, or lines. */
  Kind kind();

  /** The present size; meaningless when plain. */
  Size size();

  /** Calls {@code listener}, from any thread, whenever all was blotted out: resized, resumed. */
  void onResize(Listener listener);

  /** Whoever must write everything again. */
  interface Listener {

    /**
     * Everything must be written again.
     *
     * @throws IOException as {@link #write}
     */
    void blotted() throws IOException;
  }

  /**
   * Writes and flushes. May block while nobody takes the output.
   *
   * @throws IOException when nothing can be written any more: a closed pipe, a full disk
   */
  void write(String text) throws IOException;

  /** Told once, from any thread, when {@link #write} has failed; nothing is written afterwards. */
  void failed(IOException why);
}
