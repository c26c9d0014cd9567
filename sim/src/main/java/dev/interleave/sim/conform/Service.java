package dev.interleave.sim.conform;

import java.util.List;
import java.util.random.RandomGenerator;

/** How long a job takes, in units of time. */
interface Service {

  double draw(RandomGenerator random);

  /**
   * The distribution that a record describes.
   *
   * @throws Unsupported when there is none of that name here
   */
  static Service of(JsonFields service) {
    double mean = service.positive("mean");
    switch (service.text("dist")) {
      case "exponential":
        return random -> mean * random.nextExponential();
      case "deterministic":
        return random -> mean;
      case "uniform":
        double low = service.positive("low");
        double high = service.positive("high");
        return random -> low + (high - low) * random.nextDouble();
      case "hyperexponential":
        return hyperexponential(service.numbers("p"), service.numbers("means"));
      default:
        throw new Unsupported("distribution " + service.text("dist"));
    }
  }

  private static Service hyperexponential(List<Double> p, List<Double> means) {
    if (p.size() != means.size() || p.isEmpty()) {
      throw new BadRecord("'p' and 'means' must be of the same length");
    }
    return random -> {
      int branch = 0;
      for (double at = random.nextDouble() - p.get(0);
          at >= 0 && branch < p.size() - 1;
          at -= p.get(branch)) {
        branch++;
      }
      return means.get(branch) * random.nextExponential();
    };
  }
}
