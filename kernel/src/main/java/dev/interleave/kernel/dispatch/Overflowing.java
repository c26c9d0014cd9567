package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.Overflow;
import java.util.ArrayDeque;
import org.apache.pekko.actor.typed.internal.TimerSchedulerImpl.TimerMsg;
import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;

/** What happens at a full mailbox, as its task declares it. Not threadsafe. */
final class Overflowing {
  private static final String PLACE = "mailbox";

  private final Engine engine;
  private final Bookkeeping book;

  Overflowing(Engine engine, Bookkeeping book) {
    this.engine = engine;
    this.book = book;
  }

  void deliver(TaskCell task, Envelope envelope, @Nullable TaskCell sender) {
    if (isOwn(envelope.message()) || (sender != null && sender.isPartnerOf(task))) {
      book.accept(task, envelope, sender);
      return;
    }
    Overflow overflow = task.profile.settings().mailbox().overflow();
    if (overflow == Overflow.BLOCK) {
      park(task, envelope, sender);
    } else if (overflow == Overflow.DROP_OLDEST) {
      drop(task, task.pollOldest(waiting -> !isOwn(waiting.message())));
      book.accept(task, envelope, sender);
    } else {
      drop(task, envelope);
    }
    if (overflow == Overflow.REJECT) {
      engine.onReject.accept(task, envelope.message());
    }
  }

  /**
   * The kernel's messages and those of timers are a task's own, like what it and the other tasks of
   * its component send: no bound applies, or a full mailbox would cut a component in two.
   */
  private static boolean isOwn(Object message) {
    return message instanceof KernelMessage || message instanceof TimerMsg;
  }

  private void drop(TaskCell task, @Nullable Envelope lost) {
    if (lost != null) {
      engine.trace.dropped(engine.clock.nanos(), task.id(), PLACE, 1);
    }
  }

  private void park(TaskCell task, Envelope envelope, @Nullable TaskCell sender) {
    if (task.parked == null) {
      task.parked = new ArrayDeque<>();
    }
    task.parked.addLast(new Parked(sender, envelope));
    if (sender != null) {
      sender.blockedOn++;
    }
  }

  /** {@code task} took a message: the one that waited longest for room may come in. */
  void roomIn(TaskCell task) {
    if (task.parked != null && task.numberOfMessages() < task.profile.capacity()) {
      letIn(task, task.parked.poll());
    }
  }

  private void letIn(TaskCell task, @Nullable Parked parked) {
    if (parked != null) {
      unblock(parked.sender());
      book.accept(task, parked.envelope(), parked.sender());
    }
  }

  /** {@code task} ended: nobody waits for it any more. */
  void gone(TaskCell task) {
    while (task.parked != null && !task.parked.isEmpty()) {
      Parked parked = task.parked.poll();
      unblock(parked.sender());
      drop(task, parked.envelope());
    }
  }

  private void unblock(@Nullable TaskCell sender) {
    if (sender != null && --sender.blockedOn == 0) {
      book.becomeReady(sender);
    }
  }
}
