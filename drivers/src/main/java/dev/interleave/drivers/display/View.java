package dev.interleave.drivers.display;

import java.io.IOException;

/** Where frames are seen. Frames come one at a time, in order, from any thread. */
interface View {

  /** Shows the next frame. May block. */
  void paint(Frame frame) throws IOException;

  /** Shows the last frame and leaves the cursor at the start of an empty line. */
  default void finish(Frame frame) throws IOException {
    paint(frame);
  }

  /** Whether it shows cells, or only lines of output; then frames need no rows. */
  default boolean showsCells() {
    return false;
  }

  /** Nowhere. */
  View NOWHERE = frame -> {};
}
