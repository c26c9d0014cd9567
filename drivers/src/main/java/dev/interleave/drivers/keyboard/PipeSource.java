package dev.interleave.drivers.keyboard;

import dev.interleave.kernel.Bus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Types what comes through a pipe, at a constant rate in virtual time. The event of a press reads
 * the pipe and waits for it: a pipe that says nothing holds the virtual clock, so when its bytes
 * come on the wall clock makes no difference.
 */
final class PipeSource implements KeySource {
  private final HostKeyboard pipe;
  private final double rate;
  private final Deque<Stroke> strokes = new ArrayDeque<>();
  private final KeyDecoder decoder = new KeyDecoder(strokes::addLast);
  private long malformed;
  private long start;
  private long presses;

  /**
   * @param rate keys a second
   */
  PipeSource(HostKeyboard pipe, double rate) {
    this.pipe = pipe;
    this.rate = rate;
  }

  @Override
  public void start(Bus bus, KeyboardDevice keyboard) {
    start = bus.clock().nanos();
    next(bus, keyboard);
  }

  private void next(Bus bus, KeyboardDevice keyboard) {
    long due = start + Rate.after(++presses, rate);
    long delay = Math.max(0, due - bus.clock().nanos());
    bus.after(Duration.ofNanos(delay), () -> press(bus, keyboard));
  }

  private void press(Bus bus, KeyboardDevice keyboard) {
    boolean more = read();
    if (decoder.malformed() > malformed) {
      bus.count("malformed", decoder.malformed() - malformed);
      malformed = decoder.malformed();
    }
    if (more) {
      keyboard.press(strokes.removeFirst());
      next(bus, keyboard);
    } else {
      keyboard.end();
    }
  }

  /** Reads until there is a stroke; false at the end of input. */
  private boolean read() {
    boolean open = true;
    while (open && strokes.isEmpty()) {
      int octet = readByte();
      if (octet == HostKeyboard.END) {
        decoder.flush();
        open = false;
      } else {
        decoder.accept(octet);
      }
    }
    return !strokes.isEmpty();
  }

  /** A pipe that breaks has ended; so has one whose reader is told to stop. */
  private int readByte() {
    try {
      return pipe.read(HostKeyboard.WITHOUT_END);
    } catch (IOException broken) {
      return HostKeyboard.END;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return HostKeyboard.END;
    }
  }
}
