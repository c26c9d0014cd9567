package dev.interleave.kernel.dispatch;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What comes from other threads: a stack that any thread may push to and one thread takes as a
 * whole, in the order of arrival.
 */
final class Inlet {
  private static final class Node {
    final Runnable action;
    @Nullable Node next;

    Node(Runnable action) {
      this.action = action;
    }
  }

  private final AtomicReference<@Nullable Node> top = new AtomicReference<>();

  void push(Runnable action) {
    Node node = new Node(action);
    do {
      node.next = top.get();
    } while (!top.compareAndSet(node.next, node));
  }

  boolean isEmpty() {
    return top.get() == null;
  }

  /** Does all that has arrived, oldest first; false when nothing has. */
  boolean takeIn() {
    if (top.get() == null) {
      return false;
    }
    for (Node node = reversed(top.getAndSet(null)); node != null; node = node.next) {
      node.action.run();
    }
    return true;
  }

  private static @Nullable Node reversed(@Nullable Node stack) {
    Node oldest = null;
    Node node = stack;
    while (node != null) {
      Node next = node.next;
      node.next = oldest;
      oldest = node;
      node = next;
    }
    return oldest;
  }
}
