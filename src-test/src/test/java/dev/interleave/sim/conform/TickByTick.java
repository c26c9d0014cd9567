package dev.interleave.sim.conform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of one instant once more, as plainly as they read, one tick at a time: who is done
 * leaves, who arrives queues, whose quantum is over queues in the order of dispatch, and then the
 * cores get work.
 *
 * @param cores how many
 * @param urgentFirst whether priorities count; else first come, first served
 * @param preempts whether a more urgent job takes a core at once
 * @param quantum in ticks; 0 is without end
 * @param slicesFirst whether ends of slices come before arrivals
 */
record TickByTick(
    int cores, boolean urgentFirst, boolean preempts, long quantum, boolean slicesFirst) {

  /** When each job finishes, by its name. */
  Map<String, Long> finish(Load load) {
    Run run = new Run(load);
    for (long now = 0; run.finish.size() < load.jobs().size(); now++) {
      run.instant(now);
    }
    return run.finish;
  }

  private static final class Job {
    final Load.One is;
    final int place;
    long left;
    long slice;
    long dispatched;
    boolean runs;

    Job(Load.One is, int place) {
      this.is = is;
      this.place = place;
      this.left = is.burst();
    }
  }

  private final class Run {
    final Map<String, Long> finish = new TreeMap<>();
    final List<Job> all = new ArrayList<>();
    final List<Job> ready = new ArrayList<>();
    final List<Job> running = new ArrayList<>();
    long dispatches;

    Run(Load load) {
      load.jobs().forEach(job -> all.add(new Job(job, all.size())));
    }

    void instant(long now) {
      running.stream().filter(job -> job.left == 0).forEach(job -> finish.put(job.is.name(), now));
      running.removeIf(job -> job.left == 0);
      for (Runnable next : steps(now)) {
        next.run();
      }
      coresGetWork();
      running.forEach(this::tick);
    }

    private List<Runnable> steps(long now) {
      Runnable[] steps = {() -> arrivals(now), this::endsOfSlices};
      return slicesFirst ? List.of(steps[1], steps[0]) : Arrays.asList(steps);
    }

    private void arrivals(long now) {
      all.stream().filter(job -> job.is.arrival() == now).forEach(ready::add);
    }

    private void endsOfSlices() {
      List<Job> over =
          running.stream()
              .filter(job -> quantum > 0 && job.slice == 0)
              .sorted(Comparator.comparingLong(job -> job.dispatched))
              .toList();
      if (ready.isEmpty()) {
        over.forEach(job -> job.slice = quantum);
      } else {
        over.forEach(this::leaves);
      }
    }

    private void leaves(Job job) {
      running.remove(job);
      job.runs = false;
      ready.add(job);
    }

    private void coresGetWork() {
      List<Job> best = new ArrayList<>(preempts ? running : List.of());
      best.addAll(ready);
      best.sort(order());
      List<Job> chosen = best.stream().limit(preempts ? cores : cores - running.size()).toList();
      if (preempts) {
        List.copyOf(running).stream().filter(job -> !chosen.contains(job)).forEach(this::leaves);
      }
      chosen.stream().filter(job -> !job.runs).forEach(this::dispatch);
    }

    private Comparator<Job> order() {
      Comparator<Job> stays = (a, b) -> 0;
      if (!urgentFirst) {
        return stays;
      }
      Comparator<Job> urgent = Comparator.comparingInt(job -> -job.is.priority());
      Comparator<Job> keepsItsCore = urgent.thenComparing(job -> !job.runs);
      return quantum > 0
          ? urgent
          : keepsItsCore
              .thenComparingLong(job -> job.is.arrival())
              .thenComparingInt(job -> job.place);
    }

    private void dispatch(Job job) {
      ready.remove(job);
      running.add(job);
      job.runs = true;
      job.slice = quantum;
      job.dispatched = dispatches++;
    }

    private void tick(Job job) {
      job.left--;
      job.slice--;
    }
  }
}
