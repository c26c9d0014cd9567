package dev.interleave.kernel.dispatch;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.dispatch.ExecutorServiceFactory;
import org.apache.pekko.dispatch.ExecutorServiceFactoryProvider;

/** The executor that Pekko wants of a dispatcher: everything is system work of the engine. */
final class EngineExecutor extends AbstractExecutorService
    implements ExecutorServiceFactoryProvider {
  private final Engine engine;
  private volatile boolean shutdown;

  EngineExecutor(Engine engine) {
    this.engine = engine;
  }

  @Override
  public boolean isVirtualized() {
    return false;
  }

  @Override
  public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
    return new ExecutorServiceFactory() {
      @Override
      public ExecutorService createExecutorService() {
        return EngineExecutor.this;
      }
    };
  }

  @Override
  public void execute(Runnable command) {
    engine.execute(command);
  }

  /** A dispatcher without actors shuts its executor down and may be used again: nothing to do. */
  @Override
  public void shutdown() {
    shutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return shutdown;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }
}
