package dev.interleave.drivers.keyboard;

import dev.interleave.drivers.keyboard.KeyboardDriver.Key;
import dev.interleave.kernel.Bus;
import dev.interleave.kernel.Device;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A keyboard: a bounded buffer of keys, each stamped at its press, and an interrupt a key.
 * Threadsafe.
 */
final class KeyboardDevice implements Device {
  static final int KEY = 0;
  static final int END = 1;

  private final int capacity;
  private final KeySource source;
  private final Deque<Key> buffer = new ArrayDeque<>();
  private @Nullable Bus bus;
  private Optional<KeyRecorder> recorder = Optional.empty();
  private int coming;
  private boolean ended;

  /**
   * @param capacity of the buffer, in keys
   */
  KeyboardDevice(int capacity, KeySource source) {
    this.capacity = capacity;
    this.source = source;
  }

  @Override
  public synchronized void plug(Bus bus) {
    this.bus = bus;
    recorder = bus.host(KeyRecorder.class);
    source.start(bus, this);
  }

  // --- for its source ---

  /**
   * Waits until fewer than {@code most} keys wait for the driver, at most until a key that is
   * pressed next cannot be lost; each call is for one {@link #pressInRoom}.
   */
  synchronized void awaitRoom(int most) throws InterruptedException {
    while (buffer.size() + coming >= Math.min(most, capacity)) {
      wait();
    }
    coming++;
  }

  /** A key that {@link #awaitRoom} made room for. */
  synchronized void pressInRoom(Stroke stroke) {
    coming--;
    press(stroke);
  }

  /** A key is pressed now. It is lost when the buffer is full. */
  synchronized void press(Stroke stroke) {
    Bus present = bus;
    if (present != null) {
      recorder.ifPresent(it -> it.pressed(present.clock().sinceBoot(), stroke));
      present.count("keys", 1);
      if (buffer.size() == capacity) {
        present.drop("overruns", 1);
      } else {
        buffer.addLast(new Key(stroke, present.clock().sinceBoot()));
        present.interrupt(KEY);
      }
    }
  }

  /** There will be no more keys. */
  synchronized void end() {
    Bus present = bus;
    if (present != null && !ended) {
      recorder.ifPresent(it -> it.ended(present.clock().sinceBoot()));
      ended = true;
      present.interrupt(END);
    }
  }

  // --- registers, for the driver ---

  /** The key that was pressed first, taken out of the buffer. */
  synchronized Optional<Key> take() {
    notifyAll();
    return Optional.ofNullable(buffer.pollFirst());
  }

  /** Whether the input has ended and every key was taken. */
  synchronized boolean ended() {
    return ended && buffer.isEmpty();
  }

  @Override
  public synchronized void unplug() {
    Bus present = bus;
    if (present != null) {
      bus = null;
      source.stop();
    }
  }
}
