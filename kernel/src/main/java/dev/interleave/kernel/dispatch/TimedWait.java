package dev.interleave.kernel.dispatch;

import java.lang.reflect.Field;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;
import sun.misc.Unsafe;

/**
 * Whether a thread that is in a timed wait of a {@link Condition}, as in {@code queue.poll(1,
 * SECONDS)}, has been signalled: nothing public tells. It is read from the condition's own queue
 * (OpenJDK 17 to 25, {@code AbstractQueuedSynchronizer.ConditionObject}), where the platform lets
 * it be read. Any thread; what it says may be over the next moment.
 */
final class TimedWait {
  private static final Class<?> CONDITION = AbstractQueuedSynchronizer.ConditionObject.class;
  private static final int WAITING = 2;
  private static final @Nullable TimedWait LAYOUT = layout();

  private final Unsafe unsafe;
  private final long first;
  private final long next;
  private final long waiter;
  private final long status;

  private TimedWait(Unsafe unsafe) throws ReflectiveOperationException {
    Class<?> node = Class.forName(AbstractQueuedSynchronizer.class.getName() + "$Node");
    Class<?> waiting = Class.forName(AbstractQueuedSynchronizer.class.getName() + "$ConditionNode");
    this.unsafe = unsafe;
    this.first = offset(CONDITION, "firstWaiter");
    this.next = offset(waiting, "nextWaiter");
    this.waiter = offset(node, "waiter");
    this.status = offset(node, "status");
  }

  @SuppressWarnings("deprecation") // there is no other way to it, and a way on without it
  private long offset(Class<?> type, String field) throws NoSuchFieldException {
    return unsafe.objectFieldOffset(type.getDeclaredField(field));
  }

  private static @Nullable TimedWait layout() {
    try {
      Field unsafe = Unsafe.class.getDeclaredField("theUnsafe");
      unsafe.setAccessible(true);
      return new TimedWait((Unsafe) unsafe.get(null));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError another) {
      return null; // another platform, or one that does not let it be read
    }
  }

  /** Whether {@code blocker} is a condition of which {@link #isOver} can tell. */
  static boolean canBeAsked(@Nullable Object blocker) {
    return LAYOUT != null && CONDITION.isInstance(blocker);
  }

  /** Whether {@code thread} no longer waits in {@code condition}. */
  static boolean isOver(Thread thread, Object condition) {
    TimedWait layout = LAYOUT;
    return layout != null && !layout.isIn(thread, condition);
  }

  private boolean isIn(Thread thread, Object condition) {
    Object node = unsafe.getObjectVolatile(condition, first);
    while (node != null) {
      if (unsafe.getObjectVolatile(node, waiter) == thread) {
        return (unsafe.getIntVolatile(node, status) & WAITING) != 0;
      }
      node = unsafe.getObjectVolatile(node, next);
    }
    return false;
  }
}
