package dev.interleave.kernel.runtime;

import dev.interleave.kernel.dispatch.Engine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pekko.actor.typed.Behavior;

/** Named locks, first come, first served. Not threadsafe: for the guardian, and after a run. */
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

  /**
   * Who waits for which lock, in the order of the names: {@code a waits for lock x (held by b)}.
   */
  List<String> waiting() {
    List<String> waiting = new ArrayList<>();
    new TreeMap<>(queues)
        .forEach(
            (lock, queue) ->
                queue.stream()
                    .skip(1)
                    .forEach(one -> waiting.add(waits(one, lock, queue.getFirst()))));
    return waiting;
  }

  private static String waits(Guardian.Lock waiting, String lock, Guardian.Lock holding) {
    return nameOf(waiting) + " waits for lock " + lock + " (held by " + nameOf(holding) + ")";
  }

  private static String nameOf(Guardian.Lock one) {
    return Engine.nameOf(one.holder().path());
  }
}
