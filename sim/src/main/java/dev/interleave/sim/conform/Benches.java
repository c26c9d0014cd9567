package dev.interleave.sim.conform;

import java.util.LinkedHashMap;
import java.util.Map;

/** One bench a setup, kept for the next record that needs it. Not threadsafe. */
final class Benches implements AutoCloseable {
  private static final int MOST = 16;
  private static final long OLD = 1L << 61;

  private final LinkedHashMap<Setup, Bench> benches = new LinkedHashMap<>();

  /** A bench on which virtual time is left for {@code span} ticks. */
  Bench of(Setup setup, long span) {
    Bench known = benches.remove(setup);
    if (known != null && known.age() > OLD - span) {
      known.close();
      known = null;
    }
    Bench bench = known == null ? made(setup) : known;
    benches.put(setup, bench);
    return bench;
  }

  private Bench made(Setup setup) {
    if (benches.size() == MOST) {
      closeEldest();
    }
    return new Bench(setup);
  }

  private void closeEldest() {
    Map.Entry<Setup, Bench> eldest = benches.entrySet().iterator().next();
    benches.remove(eldest.getKey());
    eldest.getValue().close();
  }

  @Override
  public void close() {
    benches.values().forEach(Bench::close);
    benches.clear();
  }
}
