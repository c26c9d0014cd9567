package dev.interleave.drivers.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What waits for the next frame: rows that left the screen and text that was completed. What finds
 * it full is lost. Not threadsafe.
 */
final class Outbox {
  private final int most;
  private final LongConsumer lost;
  private List<String[]> rows = new ArrayList<>();
  private List<Piece> pieces = new ArrayList<>();

  /**
   * @param most how many of each
   * @param lost told of a number of pieces that were lost
   */
  Outbox(int most, LongConsumer lost) {
    this.most = most;
    this.lost = lost;
  }

  void add(Row row) {
    if (rows.size() < most) {
      rows.add(row.seen());
    }
  }

  void add(Piece piece) {
    if (pieces.size() < most) {
      pieces.add(piece);
    } else {
      lost.accept(1);
    }
  }

  List<String[]> takeRows() {
    List<String[]> taken = rows;
    rows = new ArrayList<>();
    return taken;
  }

  List<Piece> takePieces() {
    List<Piece> taken = pieces;
    pieces = new ArrayList<>();
    return taken;
  }
}
