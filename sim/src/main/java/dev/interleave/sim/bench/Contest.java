package dev.interleave.sim.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Two sides in turn, in one process.
 *
 * @param on what both do
 * @param unit of what is compared
 * @param operations how many are in one run
 * @param ours the side whose ratio is asked for
 * @param theirs what it is compared with
 * @param goal what is wanted
 */
record Contest(String on, Unit unit, long operations, Side ours, Side theirs, Goal goal) {

  /** One line of this tells it from the others. */
  String title() {
    return ours.name() + ", " + on + " / " + theirs.name();
  }

  /** Runs {@code warmUp} rounds that do not count and {@code rounds} that do. */
  Result fight(int warmUp, int rounds) {
    List<Round> counted =
        Stream.generate(this::round).limit((long) warmUp + rounds).skip(warmUp).toList();
    return new Result(
        quantile(counted, Round::ours, 0.5),
        quantile(counted, Round::theirs, 0.5),
        quantile(counted, Round::ratio, 0.25),
        quantile(counted, Round::ratio, 0.5),
        quantile(counted, Round::ratio, 0.75));
  }

  private record Round(double theirs, double ours) {
    double ratio() {
      return theirs / ours;
    }
  }

  private Round round() {
    return new Round(each(theirs), each(ours));
  }

  private double each(Side side) {
    return (double) side.once().getAsLong() / operations;
  }

  private static double quantile(List<Round> rounds, ToDoubleFunction<Round> of, double q) {
    double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
    return sorted[(int) Math.round(q * (sorted.length - 1))];
  }
}
