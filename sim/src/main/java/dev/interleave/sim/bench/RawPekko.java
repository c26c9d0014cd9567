package dev.interleave.sim.bench;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;

/**
 * Pekko as it comes, with its default dispatcher set up by {@code dispatcher}.
 *
 * @param name in the table
 * @param dispatcher HOCON of {@code pekko.actor.default-dispatcher}
 */
record RawPekko(String name, String dispatcher) implements Runner {
  private static final int STOP_SECONDS = 30;

  /** A thread pool of one. */
  static RawPekko oneThread() {
    return new RawPekko(
        "raw thread pool of 1",
        "executor = thread-pool-executor, thread-pool-executor.fixed-pool-size = 1");
  }

  /** The default fork-join pool, with so many threads. */
  static RawPekko forkJoin(int threads) {
    return new RawPekko(
        "raw fork-join pool of " + threads,
        "executor = fork-join-executor, fork-join-executor { parallelism-min = "
            + threads
            + ", parallelism-max = "
            + threads
            + " }");
  }

  @Override
  public long run(Workload workload) {
    ActorSystem<Workload.Go> system = ActorSystem.create(workload.guardian(), "raw", config());
    try {
      Meter meter = new Meter(workload.gauge());
      system.tell(new Workload.Go(meter));
      return meter.measured();
    } finally {
      stop(system);
    }
  }

  /** Nanoseconds until a system is there. */
  long start() {
    long from = System.nanoTime();
    ActorSystem<Workload.Go> system = ActorSystem.create(Behaviors.empty(), "raw", config());
    long took = System.nanoTime() - from;
    stop(system);
    return took;
  }

  private Config config() {
    return ConfigFactory.parseString(
            "pekko.loglevel = WARNING, pekko.actor.default-dispatcher { " + dispatcher + " }")
        .withFallback(ConfigFactory.load());
  }

  private static void stop(ActorSystem<?> system) {
    system.terminate();
    try {
      Await.ready(system.whenTerminated(), Duration.create(STOP_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException | TimeoutException late) {
      throw new IllegalStateException("the system does not stop", late);
    }
  }
}
