package dev.interleave.drivers.keyboard;

import dev.interleave.kernel.Bus;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Presses keys as they come from the host: a thread of its own reads them. It waits while the
 * device's buffer is full, so nothing is lost on the way. A pipe has no pace of its own: its keys
 * are pressed one by one, each when the one before was taken. Threadsafe.
 */
final class ReaderSource implements KeySource {
  /** After that time an escape is the escape key and not the beginning of another one. */
  private static final Duration ESCAPE_PATIENCE = Duration.ofMillis(50);

  private final HostKeyboard host;
  private @Nullable Thread reader;

  ReaderSource(HostKeyboard host) {
    this.host = host;
  }

  @Override
  public synchronized void start(Bus bus, KeyboardDevice keyboard) {
    AutoCloseable expectation = bus.expectInput();
    Thread thread = new Thread(() -> run(new Reading(bus, keyboard), expectation), "keyboard");
    thread.setDaemon(true);
    reader = thread;
    thread.start();
  }

  @Override
  public synchronized void stop() {
    if (reader != null) {
      reader.interrupt();
      reader = null;
    }
  }

  private void run(Reading reading, AutoCloseable expectation) {
    try {
      reading.all();
    } catch (InterruptedException stopped) {
      // the keyboard was unplugged
    } finally {
      close(expectation);
    }
  }

  private static void close(AutoCloseable expectation) {
    try {
      expectation.close();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The reader's work, from plug to the end of input. */
  private final class Reading {
    private final Bus bus;
    private final KeyboardDevice keyboard;
    private final KeyDecoder decoder = new KeyDecoder(this::press);
    private boolean stopped;

    Reading(Bus bus, KeyboardDevice keyboard) {
      this.bus = bus;
      this.keyboard = keyboard;
    }

    void all() throws InterruptedException {
      int octet = read();
      while (octet != HostKeyboard.END) {
        accept(octet);
        octet = read();
      }
      decoder.flush();
      enter(keyboard::end);
    }

    private int read() throws InterruptedException {
      if (stopped) {
        throw new InterruptedException();
      }
      boolean undecided = host.live() && decoder.pending();
      try {
        return host.read(undecided ? ESCAPE_PATIENCE : HostKeyboard.WITHOUT_END);
      } catch (IOException broken) {
        return HostKeyboard.END;
      }
    }

    private void accept(int octet) {
      long malformed = decoder.malformed();
      if (octet == HostKeyboard.NOTHING) {
        decoder.flush();
      } else {
        decoder.accept(octet);
      }
      long more = decoder.malformed() - malformed;
      if (more > 0) {
        enter(() -> bus.count("malformed", more));
      }
    }

    private void press(Stroke stroke) {
      try {
        keyboard.awaitRoom(host.live() ? Integer.MAX_VALUE : 1);
        enter(() -> keyboard.pressInRoom(stroke));
      } catch (InterruptedException unplugged) {
        stopped = true;
      }
    }

    /**
     * On virtual time an input enters a nanosecond later, as an event among others: so a script
     * that presses the same key at the same time has the same place in the order of that instant.
     */
    private void enter(Runnable event) {
      bus.post(bus.virtual() ? () -> bus.after(Duration.ofNanos(1), event) : event);
    }
  }
}
