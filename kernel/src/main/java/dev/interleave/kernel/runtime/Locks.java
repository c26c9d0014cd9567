package dev.interleave.kernel.runtime;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.apache.pekko.actor.typed.Behavior;

/** Named locks, first come, first served. Not threadsafe: for the guardian. */
final class Locks {
  private final Map<String, ArrayDeque<Guardian.Lock>> queues = new HashMap<>();

  /** The first in a queue holds the lock. */
  Behavior<Guardian.Command> lock(Guardian.Lock wanted, Guardian guardian) {
    ArrayDeque<Guardian.Lock> queue =
        queues.computeIfAbsent(wanted.lock(), name -> new ArrayDeque<>());
    queue.addLast(wanted);
    if (queue.size() == 1) {
      wanted.holder().tell(wanted.granted());
    }
    return guardian;
  }

  Behavior<Guardian.Command> unlock(Guardian.Unlock given, Guardian guardian) {
    ArrayDeque<Guardian.Lock> queue = queues.getOrDefault(given.lock(), new ArrayDeque<>());
    if (queue.isEmpty() || !queue.peekFirst().holder().equals(given.holder())) {
      guardian.fail(given.holder().path().name() + " unlocks " + given.lock() + ", not its own");
      return guardian;
    }
    queue.pollFirst();
    if (!queue.isEmpty()) {
      queue.peekFirst().holder().tell(queue.peekFirst().granted());
    }
    return guardian;
  }
}
