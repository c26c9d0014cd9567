package dev.interleave.drivers.display;

import dev.interleave.property.Seeded;
import java.util.List;

/** Draws anything. */
final class RandomDrawing {
  private static final List<String> TEXTS =
      List.of(
          "a",
          "hello",
          "\n",
          "\n",
          "\r",
          "\b",
          "\b \b",
          "\t",
          " ",
          "漢",
          "字x",
          "e\u0301",
          "\u0301",
          "😀",
          "\u001b[A",
          "\u0085",
          "\u0000",
          "kernel> ",
          "x".repeat(30),
          "\uFEFF",
          "\u200B");

  private RandomDrawing() {}

  static void draw(Seeded draw, FrameBuffer buffer) {
    int kind = draw.between(0, 19);
    if (kind == 0) {
      buffer.clear();
    } else if (kind == 1) {
      buffer.clearLine();
    } else if (kind < 4) {
      buffer.moveTo(draw.between(0, 12), draw.between(0, 5));
    } else {
      buffer.print(draw.oneOf(TEXTS));
    }
  }
}
