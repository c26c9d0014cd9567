package dev.interleave.drivers.keyboard;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is pressed as a script that presses the same keys at the same nanoseconds.
 * Threadsafe.
 */
public final class ScriptRecorder implements KeyRecorder, Closeable {
  private final Writer out;
  private @Nullable IOException failure;

  /**
   * @param out takes the script; best buffered. Closed by {@link #close}.
   */
  public ScriptRecorder(Writer out) {
    this.out = out;
    line("# keys, as pressed: interleave run ... --set <keyboard>.script=<this file>");
    line(KeyScript.OPEN);
  }

  @Override
  public void pressed(Duration at, Stroke stroke) {
    line(at.toNanos() + " ns  " + StrokeText.write(stroke));
  }

  @Override
  public void ended(Duration at) {
    line(at.toNanos() + " ns  " + KeyScript.END);
  }

  private synchronized void line(String line) {
    if (failure == null) {
      try {
        out.write(line + "\n");
      } catch (IOException broken) {
        failure = broken;
      }
    }
  }

  /**
   * Completes the script.
   *
   * @throws IOException when any of it could not be written
   */
  @Override
  public synchronized void close() throws IOException {
    out.close();
    if (failure != null) {
      throw failure;
    }
  }
}
