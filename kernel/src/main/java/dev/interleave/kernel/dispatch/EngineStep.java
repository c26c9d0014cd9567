package dev.interleave.kernel.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A future that came of an {@code ask}, and any step of one. Whoever waits for it in a handler is
 * told at once, and steps without an executor of their own stay on the engine; a thread outside
 * that waits for it goes on between two steps of the machine; on any other thread it is as any
 * other.
 *
 * @param <T> the value
 */
public class EngineStep<T> extends CompletableFuture<T> {

  /** Not complete yet. */
  public EngineStep() {}

  /** Whether it came of the {@code ask} itself, and not of a step after it. */
  public boolean isAnswer() {
    return false;
  }

  /**
   * The engine of the calling thread, or of the machine that it spoke to last; on any other thread
   * the common pool, as in Scala's class.
   */
  @Override
  public Executor defaultExecutor() {
    Executor engine = CurrentEngine.executor();
    return engine == null ? OutsideTime.stepsOr(super.defaultExecutor()) : engine;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new EngineStep<>();
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    return isDone() ? super.get() : BlockingWait.on(super::get);
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return isDone() ? super.get(timeout, unit) : BlockingWait.on(() -> super.get(timeout, unit));
  }

  @Override
  public T join() {
    return isDone() ? super.join() : BlockingWait.on(super::join);
  }
}
