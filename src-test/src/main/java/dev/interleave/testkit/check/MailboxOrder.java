package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A task takes its messages in the order in which they were sent, so those of each sender too. As
 * precise as the names of the messages: give each its own type to check it fully. A task that lost
 * messages is not checked from then on.
 */
public final class MailboxOrder extends Check {
  private static final Set<String> OF_THE_KERNEL = Set.of("", "Resume", "Restart");

  private final Map<Integer, ArrayDeque<String>> mailboxes = new HashMap<>();
  private final Set<Integer> lossy = new HashSet<>();

  @Override
  public void event(Event event) {
    if (event instanceof Event.Sent sent && !OF_THE_KERNEL.contains(sent.message())) {
      mailbox(sent.task()).addLast(sent.message());
    } else if (event instanceof Event.Dropped) {
      lossy.add(event.task());
    } else if (event instanceof Event.Taken taken && !OF_THE_KERNEL.contains(taken.message())) {
      taken(taken);
    }
  }

  private ArrayDeque<String> mailbox(int task) {
    return mailboxes.computeIfAbsent(task, any -> new ArrayDeque<>());
  }

  private void taken(Event.Taken taken) {
    String first = mailbox(taken.task()).pollFirst();
    if (!taken.message().equals(first) && !lossy.contains(taken.task())) {
      broken(taken, "the oldest message was " + first);
    }
  }
}
