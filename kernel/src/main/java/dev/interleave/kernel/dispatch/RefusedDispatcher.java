package dev.interleave.kernel.dispatch;

import com.typesafe.config.Config;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.MessageDispatcher;
import org.apache.pekko.dispatch.MessageDispatcherConfigurator;

/** The {@code type} of a dispatcher that a simulated system cannot have. Made by Pekko. */
public final class RefusedDispatcher extends MessageDispatcherConfigurator {
  private final String id;

  /** Called by Pekko, which knows it by its name. */
  public RefusedDispatcher(Config config, DispatcherPrerequisites prerequisites) {
    super(config, prerequisites);
    id = config.getString("id");
  }

  @Override
  public MessageDispatcher dispatcher() {
    throw new IllegalStateException(
        "the dispatcher " + id + " waits for the world outside, which is not simulated");
  }
}
