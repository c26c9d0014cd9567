package dev.interleave.testkit;

import dev.interleave.kernel.Device;
import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.Behavior;

/**
 * A driver under test: the driver itself, with somebody between it and its messages and between it
 * and its devices.
 *
 * @param driver the one that is tried
 */
record Tampered<M>(Driver<M> driver, Tampering tampering, Devices devices) implements Driver<M> {

  @Override
  public Behavior<M> start(DriverContext<M> context) {
    return tampering.with(driver.start(watched(context)));
  }

  @SuppressWarnings("unchecked") // it has no other interface
  private DriverContext<M> watched(DriverContext<M> context) {
    return (DriverContext<M>)
        Proxy.newProxyInstance(
            Tampered.class.getClassLoader(),
            new Class<?>[] {DriverContext.class},
            (proxy, method, arguments) -> call(context, method, arguments));
  }

  private Object call(DriverContext<M> context, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(context, arguments == null ? null : replaced(arguments));
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private Object[] replaced(Object[] arguments) {
    Object[] replaced = arguments.clone();
    for (int i = 0; i < replaced.length; i++) {
      if (replaced[i] instanceof Device device) {
        replaced[i] = devices.watched(device);
      } else if (replaced[i] instanceof Supplier<?> resume) {
        replaced[i] = (Supplier<Object>) () -> resumed(resume.get());
      }
    }
    return replaced;
  }

  @SuppressWarnings("unchecked") // what a yield resumes with is a behavior of this driver
  private Object resumed(Object next) {
    return next instanceof Behavior<?> behavior && Behavior.isAlive(behavior) && isNew(behavior)
        ? tampering.with((Behavior<M>) behavior)
        : next;
  }

  private static boolean isNew(Behavior<?> behavior) {
    return behavior != org.apache.pekko.actor.typed.javadsl.Behaviors.same()
        && !Behavior.isUnhandled(behavior);
  }
}
