package dev.interleave.sim.conform;

import dev.interleave.property.Seeded;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Runs random loads on the engine; benches that are set up alike are used again. */
final class Trials implements AutoCloseable {
  private static final int CASES = 500;

  private final Benches benches = new Benches();

  /** Tries {@code wrong}, which says what is wrong with a load, with many; shrinks what fails. */
  static void forAll(Function<Seeded, Load> loads, Setup setup, Function<Load, String> wrong) {
    Seeded.cases(
        CASES,
        seeded -> {
          Load load = loads.apply(seeded);
          if (!wrong.apply(load).isEmpty()) {
            Load least = load.shrunk(smaller -> !wrong.apply(smaller).isEmpty());
            throw new AssertionError(wrong.apply(least) + "\n" + least.scenario(setup));
          }
        });
  }

  Timeline run(Load load, Setup setup) {
    Workload workload = load.workload();
    return benches.of(setup, workload.span()).run(workload);
  }

  /** When each job finished, by its name. */
  Map<String, Long> finish(Load load, Setup setup) {
    Timeline timeline = run(load, setup);
    Map<String, Long> finish = new TreeMap<>();
    timeline.finished().forEach((job, at) -> finish.put(timeline.jobs().get(job).name(), at));
    return finish;
  }

  @Override
  public void close() {
    benches.close();
  }
}
