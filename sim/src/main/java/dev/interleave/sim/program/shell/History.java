package dev.interleave.sim.program.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines that were entered, the last hundred of them. Not threadsafe. */
final class History {

  private static final int KEPT = 100;

  private final List<String> lines = new ArrayList<>();
  private String unfinished = "";
  private int at;

  /** Remembers a line, unless it is blank or the same as the one before. */
  void add(String line) {
    if (!line.isBlank() && (lines.isEmpty() || !lines.get(lines.size() - 1).equals(line))) {
      lines.add(line);
    }
    if (lines.size() > KEPT) {
      lines.remove(0);
    }
    rewind();
  }

  /** Looks from the end again. */
  void rewind() {
    at = lines.size();
    unfinished = "";
  }

  /**
   * The line before the one that is looked at.
   *
   * @param present kept, when it is the unfinished line
   */
  Optional<String> earlier(String present) {
    if (at == 0) {
      return Optional.empty();
    }
    unfinished = at == lines.size() ? present : unfinished;
    return Optional.of(lines.get(--at));
  }

  /** The line after it; the unfinished one after the last. */
  Optional<String> later() {
    if (at == lines.size()) {
      return Optional.empty();
    }
    at++;
    return Optional.of(at == lines.size() ? unfinished : lines.get(at));
  }
}
