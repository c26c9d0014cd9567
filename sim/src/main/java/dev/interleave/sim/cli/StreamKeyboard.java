package dev.interleave.sim.cli;

import dev.interleave.drivers.keyboard.HostKeyboard;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A pipe or a file that the keyboard reads. A thread of its own waits for it, since a blocked read
 * cannot be called off; it begins with the first read and never keeps the process alive. A closed
 * stream is an empty one. Threadsafe.
 */
final class StreamKeyboard implements HostKeyboard {
  private static final int CHUNK = 8192;
  private static final int CHUNKS_AHEAD = 4;
  private static final byte[] OVER = new byte[0];

  private final InputStream in;
  private final boolean live;
  private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>(CHUNKS_AHEAD);
  private @Nullable Thread pump;
  private byte[] present = OVER;
  private int next;
  private boolean over;
  private volatile boolean closed;

  /**
   * @param live whether a person types at it
   */
  StreamKeyboard(InputStream in, boolean live) {
    this.in = in;
    this.live = live;
  }

  @Override
  public boolean live() {
    return live;
  }

  @Override
  public synchronized int read(Duration patience) throws InterruptedException {
    if (next < present.length) {
      return present[next++] & 0xFF;
    }
    return over ? END : readChunk(patience);
  }

  private int readChunk(Duration patience) throws InterruptedException {
    start();
    byte[] chunk = closed ? OVER : chunks.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (chunk == null) {
      return NOTHING;
    }
    over = chunk.length == 0 || closed;
    present = chunk;
    next = over ? 0 : 1;
    return over ? END : chunk[0] & 0xFF;
  }

  private void start() {
    if (pump == null) {
      Thread thread = new Thread(this::pump, "interleave-stdin");
      thread.setDaemon(true);
      thread.start();
      pump = thread;
    }
  }

  private void pump() {
    try {
      byte[] chunk = readSome();
      while (chunk.length > 0) {
        chunks.put(chunk);
        chunk = readSome();
      }
      chunks.put(OVER);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] readSome() {
    byte[] buffer = new byte[CHUNK];
    try {
      int length = in.read(buffer);
      return length <= 0 ? OVER : Arrays.copyOf(buffer, length);
    } catch (IOException broken) {
      return OVER;
    }
  }

  /** Any thread: the input has ended for whoever reads or waits. */
  void close() {
    closed = true;
    chunks.clear();
    var unused = chunks.offer(OVER);
  }
}
