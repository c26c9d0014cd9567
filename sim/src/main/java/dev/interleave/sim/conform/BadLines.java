package dev.interleave.sim.conform;

import java.util.List;

/** A file of records has lines that are none; the message has one line for each, with its place. */
final class BadLines extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadLines(List<String> lines) {
    super(String.join("\n", lines));
  }
}
