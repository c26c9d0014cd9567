package dev.interleave.sim.conform;

import java.util.Map;

/** A record that this simulator can answer. */
interface Question {

  /** Runs it and reads the answer from its events. */
  Map<String, Object> answer(Benches benches);

  /**
   * What {@code record} asks.
   *
   * @throws BadRecord when a field is missing or impossible
   * @throws Unsupported when the kind or the policy does not exist here
   */
  static Question of(OracleRecord record) {
    switch (record.kind()) {
      case "schedule":
        return new OneShot(record);
      case "realtime":
        return new Periodic(record);
      case "analytic":
        return new LongRun(record);
      case "bound":
        return new Bounds(record);
      default:
        throw new Unsupported("kind " + record.kind());
    }
  }
}
