package dev.interleave.kernel.dispatch;

import java.util.List;
import java.util.function.Consumer;

/**
 * Tells who keeps virtual time from its beginning or its going on: a thread that spins until
 * something has come never rests, and looks from outside like one that computes.
 *
 * @param looks after how many of them, at most one a millisecond: at least 1
 * @param told takes what is to be told
 */
record Impatience(int looks, Consumer<String> told) {

  /** The machine has looked {@code number} times in a row, and not all of {@code known} rest. */
  void look(int number, List<Outsider> known) {
    if (number == looks) {
      known.stream().filter(it -> !it.rests()).forEach(it -> told.accept(Leak.busy(it.thread)));
    }
  }
}
