package dev.interleave.kernel.dispatch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

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

  private final Object unsafe;
  private final MethodHandle offset;
  private final MethodHandle object;
  private final MethodHandle number;
  private final long first;
  private final long next;
  private final long waiter;
  private final long status;

  /** By name, since a compiler warns of the type. */
  private TimedWait() throws Throwable {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field only = type.getDeclaredField("theUnsafe");
    only.setAccessible(true);
    this.unsafe = only.get(null);
    this.offset = method("objectFieldOffset", MethodType.methodType(long.class, Field.class));
    MethodType place = MethodType.methodType(Object.class, Object.class, long.class);
    this.object = method("getObjectVolatile", place);
    this.number = method("getIntVolatile", place.changeReturnType(int.class));
    Class<?> node = Class.forName(AbstractQueuedSynchronizer.class.getName() + "$Node");
    Class<?> waiting = Class.forName(AbstractQueuedSynchronizer.class.getName() + "$ConditionNode");
    this.first = offset(CONDITION, "firstWaiter");
    this.next = offset(waiting, "nextWaiter");
    this.waiter = offset(node, "waiter");
    this.status = offset(node, "status");
  }

  private MethodHandle method(String name, MethodType type) throws ReflectiveOperationException {
    return MethodHandles.publicLookup().bind(unsafe, name, type);
  }

  private long offset(Class<?> type, String field) throws Throwable {
    return (long) offset.invokeExact(type.getDeclaredField(field));
  }

  private static @Nullable TimedWait layout() {
    try {
      return new TimedWait();
    } catch (Throwable another) {
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
    try {
      Object node = (Object) object.invokeExact(condition, first);
      while (node != null) {
        if ((Object) object.invokeExact(node, waiter) == thread) {
          return ((int) number.invokeExact(node, status) & WAITING) != 0;
        }
        node = (Object) object.invokeExact(node, next);
      }
      return false;
    } catch (Throwable never) {
      throw new IllegalStateException("the platform's condition cannot be read", never);
    }
  }
}
