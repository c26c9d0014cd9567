package dev.interleave.sim.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the two outputs. After the first failure nothing more is written; who writes need not
 * care, and the command says at its end what came of it. Threadsafe.
 */
final class Output extends FilterOutputStream {
  private final PrintStream print = new PrintStream(this, true, StandardCharsets.UTF_8);
  private @Nullable IOException failure;
  private Runnable onFailure = () -> {};

  Output(OutputStream target) {
    super(target);
  }

  /** For text; always UTF-8. */
  PrintStream print() {
    return print;
  }

  /** What happens, once, when nothing can be written any more. */
  synchronized void onFailure(Runnable action) {
    onFailure = action;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    if (failure == null) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException cannot) {
        failed(cannot);
      }
    }
  }

  @Override
  public synchronized void flush() {
    if (failure == null) {
      try {
        out.flush();
      } catch (IOException cannot) {
        failed(cannot);
      }
    }
  }

  /** As {@link #write}, for who must know. */
  void writeOrThrow(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(bytes, 0, bytes.length);
    flush();
    IOException why = why();
    if (why != null) {
      throw why;
    }
  }

  private synchronized @Nullable IOException why() {
    return failure;
  }

  /** Nothing can be written any more; somebody else found out. */
  synchronized void fail(IOException why) {
    if (failure == null) {
      failed(why);
    }
  }

  private void failed(IOException cannot) {
    failure = cannot;
    onFailure.run();
  }

  /** Whether the reader went away, which is nobody's fault. */
  synchronized boolean closedByReader() {
    return failure != null && reason(failure).contains("broken pipe");
  }

  /** Why not everything was written, in words; empty while everything was. */
  synchronized Optional<String> failure() {
    return Optional.ofNullable(failure).map(it -> String.valueOf(it.getMessage()));
  }

  private static String reason(IOException failure) {
    return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
  }
}
