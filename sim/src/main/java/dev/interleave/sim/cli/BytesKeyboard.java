package dev.interleave.sim.cli;

import dev.interleave.drivers.keyboard.HostKeyboard;
import java.time.Duration;

/** Input that is at hand as a whole, for one run. */
final class BytesKeyboard implements HostKeyboard {
  private final byte[] bytes;
  private int next;

  BytesKeyboard(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public synchronized int read(Duration patience) {
    return next < bytes.length ? bytes[next++] & 0xFF : END;
  }
}
