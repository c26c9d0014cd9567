package dev.interleave.kernel.dispatch;

import com.typesafe.config.Config;
import org.apache.pekko.dispatch.BalancingDispatcherConfigurator;
import org.apache.pekko.dispatch.DispatcherPrerequisites;

/**
 * What a balancing pool makes in place of Pekko's own configurator: as that one, but a run on an
 * engine fails. Its routees share one queue and take from it on threads of their own, in the order
 * of their identity hashes.
 */
public final class BalancingConfigurator extends BalancingDispatcherConfigurator {

  /**
   * Called by a pool.
   *
   * @throws IllegalStateException on an engine
   */
  public BalancingConfigurator(Config config, DispatcherPrerequisites prerequisites) {
    super(config, notOfAnEngine(config, prerequisites));
  }

  private static DispatcherPrerequisites notOfAnEngine(
      Config config, DispatcherPrerequisites prerequisites) {
    if (prerequisites.scheduler() instanceof EngineScheduler ours) {
      String refusal =
          "a BalancingPool ("
              + config.getString("id")
              + ") has threads of its own, which are not simulated; use another pool";
      ours.engine().fail(refusal); // since it is the pool's parent that the exception goes to
      throw new IllegalStateException(refusal);
    }
    return prerequisites;
  }
}
