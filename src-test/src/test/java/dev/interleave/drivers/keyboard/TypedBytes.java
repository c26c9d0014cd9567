package dev.interleave.drivers.keyboard;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A standard input that a test types into. Threadsafe. */
public final class TypedBytes implements HostKeyboard {
  private final boolean live;
  private final BlockingQueue<Integer> bytes = new LinkedBlockingQueue<>();

  public TypedBytes(boolean live) {
    this.live = live;
  }

  /** A pipe with that text and nothing else. */
  public static TypedBytes pipe(String text) {
    return new TypedBytes(false).type(text).close();
  }

  /** Types in UTF-8. */
  public TypedBytes type(String text) {
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      bytes.add(octet & 0xFF);
    }
    return this;
  }

  /** Ends the input. */
  public TypedBytes close() {
    bytes.add(END);
    return this;
  }

  @Override
  public boolean live() {
    return live;
  }

  @Override
  public int read(Duration patience) throws InterruptedException {
    Integer next = bytes.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (next == null) {
      return NOTHING;
    }
    if (next == END) {
      bytes.add(END);
    }
    return next;
  }
}
