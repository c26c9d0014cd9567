package dev.interleave.kernel.dispatch;

import com.typesafe.config.Config;
import java.io.Closeable;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.apache.pekko.actor.AbstractScheduler;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.event.LoggingAdapter;
import org.jspecify.annotations.Nullable;
import scala.concurrent.BlockContext$;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/**
 * The scheduler of a system that runs on an engine: its timers are the machine's. It is the first
 * thing that an actor system makes, so this is where the system and its engine meet: the engine of
 * {@link Boot}, or a simulated one that the system's configuration describes.
 */
public final class EngineScheduler extends AbstractScheduler implements Closeable {
  private final Engine engine;
  private final @Nullable SystemRun run;
  private final ThreadFactory threads;
  private volatile boolean closed;

  /** Made by Pekko, on the thread that creates the system. */
  public EngineScheduler(Config config, LoggingAdapter log, ThreadFactory threads) {
    this.threads = threads;
    if (BlockContext$.MODULE$.current() instanceof Boot boot) {
      run = null;
      engine = boot.engine();
    } else {
      NoWaiting.forAnotherSystem();
      Prepared.require(config);
      run = new SystemRun(AnySystem.of(config));
      engine = run.engine();
    }
  }

  Engine engine() {
    return engine;
  }

  /** The run of the system, when its configuration alone asked for it. */
  public Optional<SystemRun> run() {
    return Optional.ofNullable(run);
  }

  /** {@code system} makes an actor. */
  void serves(ActorSystem system) {
    if (run != null) {
      run.start(system, threads);
    }
  }

  /** A message is sent to the guardian of a new system: it is made. */
  void created() {
    if (run != null) {
      run.created();
    }
  }

  @Override
  @Deprecated
  public Cancellable schedule(
      FiniteDuration initialDelay,
      FiniteDuration interval,
      Runnable runnable,
      ExecutionContext executor) {
    if (interval.toNanos() <= 0) {
      throw new IllegalArgumentException("interval must be more than zero, is " + interval);
    }
    return start(initialDelay.toNanos(), interval.toNanos(), runnable, executor);
  }

  @Override
  public Cancellable scheduleOnce(
      FiniteDuration delay, Runnable runnable, ExecutionContext executor) {
    return start(delay.toNanos(), 0, runnable, executor);
  }

  private Cancellable start(
      long delay, long interval, Runnable runnable, ExecutionContext executor) {
    if (closed) {
      throw new IllegalStateException("the scheduler is closed");
    }
    return engine.schedule(delay, interval, () -> fire(runnable, executor));
  }

  /** What a timer throws ends that timer's event, not the machine. */
  private void fire(Runnable runnable, ExecutionContext executor) {
    if (executor instanceof EngineDispatcher dispatcher && dispatcher.feeds(engine)) {
      dispatcher.timer(runnable);
    } else {
      handOver(runnable, executor);
    }
  }

  private static void handOver(Runnable runnable, ExecutionContext executor) {
    try {
      executor.execute(runnable);
    } catch (RuntimeException thrown) {
      executor.reportFailure(thrown);
    }
  }

  @Override
  public double maxFrequency() {
    return 1e9;
  }

  @Override
  public void close() {
    closed = true;
    if (run == null) {
      engine.halt();
    } else {
      run.close();
    }
  }
}
