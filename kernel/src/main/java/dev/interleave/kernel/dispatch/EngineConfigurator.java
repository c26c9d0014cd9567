package dev.interleave.kernel.dispatch;

import com.typesafe.config.Config;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.MessageDispatcher;
import org.apache.pekko.dispatch.MessageDispatcherConfigurator;

/** The {@code type} of every dispatcher of a system that runs on an engine. Made by Pekko. */
public final class EngineConfigurator extends MessageDispatcherConfigurator {
  private final MessageDispatcher dispatcher;

  /** Called by Pekko, which knows it by its name. */
  public EngineConfigurator(Config config, DispatcherPrerequisites prerequisites) {
    super(config, prerequisites);
    dispatcher = new EngineDispatcher(this, config.getString("id"), scheduler(prerequisites));
  }

  private static EngineScheduler scheduler(DispatcherPrerequisites prerequisites) {
    if (prerequisites.scheduler() instanceof EngineScheduler ours) {
      return ours;
    }
    throw new IllegalStateException(
        "a system whose dispatchers are an engine's needs pekko.scheduler.implementation = "
            + EngineScheduler.class.getName()
            + ", not "
            + prerequisites.scheduler().getClass().getName());
  }

  @Override
  public MessageDispatcher dispatcher() {
    return dispatcher;
  }
}
