package dev.interleave.sim.conform;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Packs tasks into cores by their share of a core, in exact arithmetic. */
final class Packing {
  private final List<PeriodicTask> tasks;
  private final BigInteger whole;
  private final BigInteger[] load;
  private final Integer[] core;

  Packing(List<PeriodicTask> tasks, int cores) {
    this.tasks = tasks;
    this.whole = commonMultipleOfPeriods(tasks);
    this.load = new BigInteger[cores];
    this.core = new Integer[tasks.size()];
    Arrays.fill(load, BigInteger.ZERO);
  }

  private static BigInteger commonMultipleOfPeriods(List<PeriodicTask> tasks) {
    BigInteger multiple = BigInteger.ONE;
    for (PeriodicTask task : tasks) {
      BigInteger period = BigInteger.valueOf(task.period());
      multiple = multiple.multiply(period.divide(multiple.gcd(period)));
    }
    return multiple;
  }

  /** The share of {@code task} of a core, in parts of {@link #whole}. */
  private BigInteger share(int task) {
    BigInteger wcet = BigInteger.valueOf(tasks.get(task).wcet());
    return wcet.multiply(whole.divide(BigInteger.valueOf(tasks.get(task).period())));
  }

  /** By falling share, each task on the first core that has room for it. */
  Partition firstFitDecreasing() {
    IntStream.range(0, core.length)
        .boxed()
        .sorted(Comparator.comparing(this::share).reversed())
        .forEach(task -> put(task, firstWithRoom(share(task))));
    return new Partition(List.of(core));
  }

  private int firstWithRoom(BigInteger share) {
    for (int i = 0; i < load.length; i++) {
      if (load[i].add(share).compareTo(whole) <= 0) {
        return i;
      }
    }
    throw new Unsupported("tasks that do not fit on the cores");
  }

  /** In the order of the list, each task on the least loaded core. */
  Partition worstFit() {
    for (int task = 0; task < core.length; task++) {
      put(task, leastLoaded());
    }
    return new Partition(List.of(core));
  }

  private int leastLoaded() {
    int least = 0;
    for (int i = 1; i < load.length; i++) {
      least = load[i].compareTo(load[least]) < 0 ? i : least;
    }
    return least;
  }

  private void put(int task, int number) {
    core[task] = number;
    load[number] = load[number].add(share(task));
  }
}
