package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The shared queue and one for each core. Not threadsafe. */
final class RunQueues {
  private final CoreQueue shared = new CoreQueue(this);
  private final CoreQueue[] own;
  private final Clock clock;
  private final Supplier<RandomGenerator> stream;
  private final BiConsumer<Duration, TaskCell> later;
  private @Nullable RandomGenerator random;

  /** How many tasks are in all queues together. */
  int total;

  RunQueues(
      int cores,
      Clock clock,
      Supplier<RandomGenerator> stream,
      BiConsumer<Duration, TaskCell> later) {
    this.clock = clock;
    this.stream = stream;
    this.later = later;
    this.own = new CoreQueue[cores];
    for (int i = 0; i < cores; i++) {
      own[i] = new CoreQueue(this);
    }
  }

  CoreQueue shared() {
    return shared;
  }

  CoreQueue of(int core) {
    return own[core];
  }

  int cores() {
    return own.length;
  }

  long now() {
    return clock.nanos();
  }

  void later(Duration delay, TaskCell task) {
    later.accept(delay, task);
  }

  RandomGenerator random() {
    RandomGenerator known = random;
    if (known == null) {
      known = stream.get();
      random = known;
    }
    return known;
  }

  void each(Consumer<TaskCell> visitor) {
    shared.each(visitor);
    for (CoreQueue queue : own) {
      queue.each(visitor);
    }
  }
}
