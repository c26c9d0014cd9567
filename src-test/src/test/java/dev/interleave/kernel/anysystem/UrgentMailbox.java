package dev.interleave.kernel.anysystem;

import com.typesafe.config.Config;
import java.util.Comparator;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.UnboundedStablePriorityMailbox;

/** A mailbox that hands out the least text first. Made by Pekko. */
public final class UrgentMailbox extends UnboundedStablePriorityMailbox {

  public UrgentMailbox(ActorSystem.Settings settings, Config config) {
    super(Comparator.comparing((Envelope envelope) -> envelope.message().toString()), 11);
  }
}
