package dev.interleave.drivers.console;

import dev.interleave.drivers.keyboard.HostKeyboard;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads a stream ahead, on a thread of its own, so that whoever waits for a byte can be called off
 * while the stream itself cannot. The thread begins with the first read and never keeps the process
 * alive. Threadsafe.
 */
final class ByteQueue {
  private static final int AHEAD = 4096;

  private final InputStream in;
  private final BlockingQueue<Integer> bytes = new ArrayBlockingQueue<>(AHEAD);
  private boolean started;
  private volatile boolean over;

  ByteQueue(InputStream in) {
    this.in = in;
  }

  /** As {@link HostKeyboard#read}. */
  int read(Duration patience) throws InterruptedException {
    start();
    Integer next = over ? bytes.poll() : bytes.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (next == null) {
      return over ? HostKeyboard.END : HostKeyboard.NOTHING;
    }
    over |= next == HostKeyboard.END;
    return next;
  }

  private synchronized void start() {
    if (!started) {
      started = true;
      Thread thread = new Thread(this::pump, "terminal");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void pump() {
    try {
      int octet = next();
      while (octet >= 0) {
        bytes.put(octet);
        octet = next();
      }
      bytes.put(HostKeyboard.END);
    } catch (InterruptedException nobody) {
      over = true;
    }
  }

  /** A stream that breaks has ended: a terminal that was hung up. */
  private int next() {
    try {
      return in.read();
    } catch (IOException broken) {
      return HostKeyboard.END;
    }
  }
}
