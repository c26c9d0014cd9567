package dev.interleave.kernel.dispatch;

import com.typesafe.config.Config;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.MessageDispatcher;
import org.apache.pekko.dispatch.MessageDispatcherConfigurator;
import org.jspecify.annotations.Nullable;

/** The {@code type} of every dispatcher of a system that runs on an engine. Made by Pekko. */
public final class EngineConfigurator extends MessageDispatcherConfigurator {
  private final @Nullable MessageDispatcher dispatcher;

  /** Called by Pekko, which knows it by its name, and has words of its own for what it throws. */
  public EngineConfigurator(Config config, DispatcherPrerequisites prerequisites) {
    super(config, prerequisites);
    dispatcher =
        prerequisites.scheduler() instanceof EngineScheduler ours
            ? new EngineDispatcher(this, config.getString("id"), ours)
            : null;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException when the system has a scheduler that is no engine's
   */
  @Override
  public MessageDispatcher dispatcher() {
    if (dispatcher == null) {
      throw new IllegalStateException(
          "a system whose dispatchers are an engine's needs pekko.scheduler.implementation = "
              + EngineScheduler.class.getName()
              + ", not "
              + prerequisites().scheduler().getClass().getName());
    }
    return dispatcher;
  }
}
