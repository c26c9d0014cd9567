package dev.interleave.drivers.keyboard;

import java.io.IOException;
import java.time.Duration;

/** The standard input of the process, lent by the front end to the keyboard's device. */
public interface HostKeyboard {

  /** There are no more bytes, and there never will be. */
  int END = -1;

  /** No byte has come in time. */
  int NOTHING = -2;

  /** For ever. */
  Duration WITHOUT_END = Duration.ofNanos(Long.MAX_VALUE);

  /**
   * Whether somebody types now, as at a terminal; a pipe or a file is not live, and it does not
   * matter when its bytes come.
   */
  boolean live();

  /**
   * Waits for the next byte. One thread at a time.
   *
   * @param patience how long at most, on the wall clock
   * @return 0 to 255, {@link #END} (then for ever), or {@link #NOTHING}
   * @throws InterruptedException when the thread was interrupted; no byte is lost
   */
  int read(Duration patience) throws IOException, InterruptedException;
}
