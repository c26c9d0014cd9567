package dev.interleave.sim.conform;

import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Event.Why;
import dev.interleave.kernel.trace.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads from the events of one run which job had which core when. */
final class Recorder implements Sink {
  /** The sample that a job leaves when its service begins: its number. */
  static final String BEGUN = "begun";

  /** What a core does at the moment. */
  private record Holding(int core, long from) {}

  private final long origin;
  private final long switchCost;
  private final Map<Integer, Holding> holdings = new HashMap<>();
  private final Map<Integer, Integer> lastOn = new HashMap<>();
  private final Map<Integer, Integer> jobs = new HashMap<>();
  private final Map<Integer, Long> begun = new HashMap<>();
  private final Map<Integer, Long> finished = new HashMap<>();
  private final Map<Integer, List<long[]>> served = new TreeMap<>();
  private long switches;

  /**
   * @param origin the virtual time of tick 0
   * @param switchCost what a core needs before it serves another task than its last one
   */
  Recorder(long origin, long switchCost) {
    this.origin = origin;
    this.switchCost = switchCost;
  }

  @Override
  public void event(Event event) {
    if (event instanceof Event.Taken taken && !taken.message().isEmpty()) {
      gets(taken.at(), taken.task(), taken.core());
    } else if (event instanceof Event.Resumed resumed) {
      gets(resumed.at(), resumed.task(), resumed.core());
    } else if (event instanceof Event.Measured measured && measured.metric().equals(BEGUN)) {
      begins(measured.at(), measured.task(), (int) measured.value());
    } else if (event instanceof Event.Left left) {
      leaves(left.at(), left.task(), left.why());
    }
  }

  private void gets(long at, int task, int core) {
    boolean other = !Integer.valueOf(task).equals(lastOn.put(core, task));
    switches += other ? 1 : 0;
    holdings.put(task, new Holding(core, at + (other ? switchCost : 0)));
  }

  private void begins(long at, int task, int job) {
    jobs.put(task, job);
    begun.put(job, at - origin);
  }

  private void leaves(long at, int task, Why why) {
    Holding holding = holdings.remove(task);
    Integer job = why == Why.COMPLETED || why == Why.ABORTED ? jobs.remove(task) : jobs.get(task);
    if (holding != null && job != null) {
      serve(job, holding, at);
      if (why == Why.COMPLETED) {
        finished.put(job, at - origin);
      }
    }
  }

  private void serve(int job, Holding holding, long until) {
    if (until > holding.from) {
      long[] piece = {holding.from - origin, until - origin, holding.core};
      served.computeIfAbsent(job, any -> new ArrayList<>()).add(piece);
    }
  }

  /** What happened until {@code now}; pieces that go on are cut there. */
  Timeline timeline(List<Job> all, long now) {
    holdings.forEach((task, holding) -> goesOn(jobs.get(task), holding, now));
    Map<Integer, List<Piece>> pieces = new TreeMap<>();
    served.forEach((job, own) -> pieces.put(job, named(own, all.get(job).name())));
    return new Timeline(all, begun, finished, pieces, switches);
  }

  private void goesOn(@Nullable Integer job, Holding holding, long now) {
    if (job != null) {
      serve(job, holding, now);
    }
  }

  private static List<Piece> named(List<long[]> own, String job) {
    return own.stream().map(p -> new Piece(p[0], p[1], (int) p[2], job)).toList();
  }
}
