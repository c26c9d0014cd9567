package dev.interleave.sim.cli;

import dev.interleave.drivers.display.HostScreen;
import java.io.IOException;

/** Standard output as a screen: lines of text, each as it becomes complete. */
record StreamScreen(Output output) implements HostScreen {

  @Override
  public Kind kind() {
    return Kind.PLAIN;
  }

  @Override
  public Size size() {
    return new Size(80, 24);
  }

  @Override
  public void onResize(Listener listener) {}

  @Override
  public void write(String text) throws IOException {
    output.writeOrThrow(text);
  }

  /** The output knows it already, and has told the run. */
  @Override
  public void failed(IOException why) {}
}
