package dev.interleave.sim.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What happened to the jobs of a workload, by the number of the job.
 *
 * @param begun when each first had a core
 * @param finished when each was served in full
 * @param served when and where each had a core, in order of time
 * @param switches how often a core took another task
 */
record Timeline(
    List<Job> jobs,
    Map<Integer, Long> begun,
    Map<Integer, Long> finished,
    Map<Integer, List<Piece>> served,
    long switches) {

  /** How often an unfinished job lost its core. */
  long preemptions(boolean anyCore) {
    return served.values().stream().mapToLong(own -> merged(own, anyCore).size() - 1).sum();
  }

  /**
   * All pieces by their start, those of a job that touch made one.
   *
   * @param anyCore whether it does not matter which core a job has
   */
  List<Piece> pieces(boolean anyCore) {
    List<Piece> all = new ArrayList<>();
    served.values().forEach(own -> all.addAll(merged(own, anyCore)));
    all.sort(Comparator.comparingLong(Piece::from));
    return all;
  }

  private static List<Piece> merged(List<Piece> own, boolean anyCore) {
    List<Piece> merged = new ArrayList<>();
    for (Piece piece : own) {
      Piece next = new Piece(piece.from(), piece.to(), anyCore ? null : piece.core(), piece.job());
      Piece last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && last.to() == next.from() && Objects.equals(last.core(), next.core())) {
        merged.set(merged.size() - 1, new Piece(last.from(), next.to(), next.core(), next.job()));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }
}
