package dev.interleave.kernel;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Finds the protocol that a component speaks: the type argument of its driver or program. */
public final class Protocol {
  private Protocol() {}

  /** The protocol of {@code component}; {@code Object} when its class does not say. */
  public static Class<?> of(Component<?> component) {
    return of(component.getClass());
  }

  /** As {@link #of(Component)}, by class. */
  public static Class<?> of(Class<?> component) {
    for (Class<?> type = component; type != null; type = type.getSuperclass()) {
      for (Type declared : type.getGenericInterfaces()) {
        if (declared instanceof ParameterizedType generic && isComponent(generic.getRawType())) {
          return raw(generic.getActualTypeArguments()[0]);
        }
      }
    }
    return Object.class;
  }

  private static boolean isComponent(Type type) {
    return type == Driver.class || type == Program.class;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : Object.class;
  }
}
