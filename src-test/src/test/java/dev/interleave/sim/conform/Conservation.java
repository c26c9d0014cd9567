package dev.interleave.sim.conform;

import java.util.List;
import java.util.TreeSet;

/**
 * Between any two events as many jobs run as there are cores and jobs for them; each is served its
 * burst, once, on one core at a time.
 */
final class Conservation {
  private final Load load;
  private final Timeline timeline;
  private final int cores;

  Conservation(Load load, Timeline timeline, int cores) {
    this.load = load;
    this.timeline = timeline;
    this.cores = cores;
  }

  /** What is wrong; empty when nothing is. */
  String wrong() {
    for (int job = 0; job < load.jobs().size(); job++) {
      long served = pieces(job).stream().mapToLong(piece -> piece.to() - piece.from()).sum();
      if (served != load.jobs().get(job).burst()) {
        return load.jobs().get(job).name() + " was served " + served;
      }
    }
    return betweenEvents();
  }

  private List<Piece> pieces(int job) {
    return timeline.served().getOrDefault(job, List.of());
  }

  private String betweenEvents() {
    TreeSet<Long> times = new TreeSet<>();
    load.jobs().forEach(job -> times.add(job.arrival()));
    timeline.served().values().forEach(own -> own.forEach(piece -> times.add(piece.from())));
    timeline.served().values().forEach(own -> own.forEach(piece -> times.add(piece.to())));
    for (long time : times) {
      String wrong = at(time);
      if (!wrong.isEmpty()) {
        return wrong;
      }
    }
    return "";
  }

  private String at(long time) {
    long present = 0;
    long running = 0;
    for (int job = 0; job < load.jobs().size(); job++) {
      long pieces = pieces(job).stream().filter(p -> p.from() <= time && time < p.to()).count();
      if (pieces > 1) {
        return load.jobs().get(job).name() + " has " + pieces + " cores at " + time;
      }
      running += pieces;
      present += isPresent(job, time) ? 1 : 0;
    }
    long wanted = Math.min(present, cores);
    return running == wanted ? "" : running + " of " + wanted + " run at " + time;
  }

  private boolean isPresent(int job, long time) {
    long end = timeline.finished().getOrDefault(job, Long.MAX_VALUE);
    return load.jobs().get(job).arrival() <= time && time < end;
  }
}
