package dev.interleave.kernel.dispatch;

import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.dispatch.MailboxType;
import org.apache.pekko.dispatch.MessageQueue;
import scala.Option;

/** Hands out one queue that exists already. */
record GivenMailbox(MessageQueue queue) implements MailboxType {

  @Override
  public MessageQueue create(Option<ActorRef> owner, Option<ActorSystem> system) {
    return queue;
  }
}
