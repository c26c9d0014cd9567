package dev.interleave.sim.conform;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job has a core from tick {@code from} to tick {@code to}.
 *
 * @param core null when it does not matter which
 */
record Piece(long from, long to, @Nullable Integer core, String job) {

  List<@Nullable Object> fields() {
    return Arrays.asList(from, to, core, job);
  }
}
