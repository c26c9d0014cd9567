package dev.interleave.kernel.dispatch;

import org.apache.pekko.actor.Actor;

/**
 * What the actor of a probe of Pekko's classic test kit calls as it is made, in place of {@link
 * Actor}'s method of the same name: its queue learns whose time its waits take. Any thread.
 */
public interface ClassicProbe {

  /** As Scala's initialization of {@link Actor}. */
  static void $init$(Actor probe) {
    Actor.$init$(probe);
    if (CurrentEngine.get() instanceof SimulatedEngine engine
        && queue(probe) instanceof ClassicProbeQueue<?> queue) {
      queue.begins(engine.outsideTime);
    }
  }

  private static Object queue(Actor probe) {
    try {
      return probe.getClass().getField("org$apache$pekko$testkit$TestActor$$queue").get(probe);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of Pekko has other probes", e);
    }
  }
}
