package dev.interleave.testkit;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Task;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Watches whom a policy lets preempt whom: no task may take a core from itself, nor two of them
 * from each other. For one run on virtual cores.
 */
final class OneWay {
  private final Policy watched;
  private final List<String> faults = new ArrayList<>();

  OneWay(Policy watched) {
    this.watched = watched;
  }

  /** The policy itself, with somebody who watches. */
  Policy policy() {
    return (Policy)
        Proxy.newProxyInstance(
            OneWay.class.getClassLoader(),
            new Class<?>[] {Policy.class},
            (proxy, method, arguments) -> call(method, arguments));
  }

  /** Where it went both ways, each in words. */
  List<String> faults() {
    return faults;
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      Object answer = method.invoke(watched, arguments);
      if (method.getName().equals("preempts") && Objects.equals(answer, true)) {
        look((Task) arguments[0], (Task) arguments[1]);
      }
      return answer;
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private void look(Task ready, Task running) {
    if (watched.preempts(running, ready)) {
      faults.add(ready.name() + " and " + running.name() + " preempt each other");
    }
    if (watched.preempts(ready, ready)) {
      faults.add(ready.name() + " preempts itself");
    }
  }
}
