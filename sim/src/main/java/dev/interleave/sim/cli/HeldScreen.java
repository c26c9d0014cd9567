package dev.interleave.sim.cli;

import dev.interleave.drivers.display.HostScreen;
import java.io.IOException;

/** A screen that shows nothing before it is {@link #open}; then all at once. Threadsafe. */
final class HeldScreen implements HostScreen {
  private final HostScreen screen;
  private final StringBuilder held = new StringBuilder();
  private volatile boolean open;

  HeldScreen(HostScreen screen) {
    this.screen = screen;
  }

  /** Shows what was written so far, and from now on whatever is written. */
  synchronized void open() {
    if (!open) {
      try {
        screen.write(held.toString());
      } catch (IOException broken) {
        screen.failed(broken);
      }
      open = true;
    }
  }

  @Override
  public Kind kind() {
    return screen.kind();
  }

  @Override
  public Size size() {
    return screen.size();
  }

  @Override
  public void onResize(Listener listener) {
    screen.onResize(listener);
  }

  @Override
  public void write(String text) throws IOException {
    if (open || !hold(text)) {
      screen.write(text);
    }
  }

  private synchronized boolean hold(String text) {
    if (!open) {
      held.append(text);
    }
    return !open;
  }

  @Override
  public void failed(IOException why) {
    screen.failed(why);
  }
}
