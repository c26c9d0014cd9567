package dev.interleave.sim.conform;

import dev.interleave.property.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One-shot jobs that a property is tried with. The names of jobs are their places in the first
 * list, so that a job keeps its name when the list is changed.
 */
record Load(List<One> jobs) {

  /** One job, in ticks; a larger priority is more urgent. */
  record One(String name, long arrival, long burst, int priority) {
    One with(long newArrival, long newBurst) {
      return new One(name, newArrival, newBurst, priority);
    }
  }

  /** From one to nine jobs of the given spread; arrivals may coincide. */
  static Load random(Seeded seeded) {
    int spread = seeded.oneOf(List.of(0, 3, 10, 40));
    List<One> jobs = new ArrayList<>();
    for (int i = seeded.between(1, 9); i > 0; i--) {
      long arrival = seeded.between(0, spread);
      jobs.add(new One("j" + jobs.size(), arrival, seeded.between(1, 12), seeded.between(0, 3)));
    }
    return new Load(jobs);
  }

  /**
   * As {@link #random}, with arrivals all different, so that the order of the list decides nothing.
   */
  static Load withoutTies(Seeded seeded) {
    List<Long> arrivals = new ArrayList<>();
    for (long at = 0; at < 20; at++) {
      arrivals.add(at);
    }
    return random(seeded)
        .map(job -> job.with(arrivals.remove(seeded.between(0, arrivals.size() - 1)), job.burst()));
  }

  Load map(UnaryOperator<One> change) {
    return new Load(jobs.stream().map(change).toList());
  }

  Workload workload() {
    List<Worker> workers = jobs.stream().map(job -> new Worker(job.priority)).toList();
    List<Job> sent = new ArrayList<>();
    for (One job : jobs) {
      sent.add(new Job(sent.size(), job.name, job.arrival, job.burst, Job.NEVER));
    }
    return new Workload(workers, sent, Workload.ENDLESS);
  }

  long work() {
    return jobs.stream().mapToLong(One::burst).sum();
  }

  /**
   * The smallest load that still fails, found by dropping jobs and halving times.
   *
   * @param fails whether a load fails
   */
  Load shrunk(Predicate<Load> fails) {
    Load smallest = this;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Load candidate : smallest.smaller()) {
        if (fails.test(candidate)) {
          smallest = candidate;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  private List<Load> smaller() {
    List<Load> smaller = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      List<One> fewer = new ArrayList<>(jobs);
      One job = fewer.remove(i);
      smaller.add(new Load(fewer));
      replace(smaller, i, job.with(job.arrival / 2, job.burst), job);
      replace(smaller, i, job.with(job.arrival, (job.burst + 1) / 2), job);
    }
    return smaller;
  }

  private void replace(List<Load> smaller, int place, One with, One job) {
    if (!with.equals(job)) {
      List<One> changed = new ArrayList<>(jobs);
      changed.set(place, with);
      smaller.add(new Load(changed));
    }
  }

  /** The same as a scenario file. */
  String scenario(Setup setup) {
    StringBuilder text = new StringBuilder("dispatcher { type = simulated, cores = ");
    text.append(setup.machine().cores()).append(" }\n# ").append(setup.policy()).append("\n");
    text.append("programs {\n");
    for (One job : jobs) {
      text.append(
          String.format(
              "  %s { start = %d ns, priority = %d, steps = [ { compute = %d ns } ] }%n",
              job.name, job.arrival, job.priority, job.burst));
    }
    return text.append("}\n").toString();
  }
}
