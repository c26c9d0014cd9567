package dev.interleave.sim.conform;

import dev.interleave.kernel.RandomStreams;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Jobs of one class that come by a Poisson process.
 *
 * @param priority of the class, the smaller the more urgent
 * @param rate jobs a unit of time
 * @param service how long each takes
 */
record ArrivalStream(long priority, double rate, Service service) {

  static ArrivalStream of(JsonFields params) {
    return new ArrivalStream(
        params.maybe("priority").orElse(0L),
        params.positive("arrival_rate"),
        Service.of(params.object("service")));
  }

  /** Adds the jobs that arrive before {@code end}, each for a worker of its own. */
  void addJobs(int number, double end, long unit, List<Job> jobs) {
    RandomGenerator random = new RandomStreams(1).stream("class " + number);
    double at = random.nextExponential() / rate;
    while (at < end) {
      long burst = Math.max(1, Math.round(service.draw(random) * unit));
      jobs.add(
          new Job(jobs.size(), Integer.toString(number), Math.round(at * unit), burst, Job.NEVER));
      at += random.nextExponential() / rate;
    }
  }
}
