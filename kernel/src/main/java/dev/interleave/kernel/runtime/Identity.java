package dev.interleave.kernel.runtime;

import java.util.List;

/**
 * Who a component is.
 *
 * @param name in the scenario; for a child {@code component.child}
 * @param instance the number of the arrival, for a program
 * @param uses whom it may use
 * @param arrivedAt when it arrived, in nanoseconds since boot; {@link #AT_ONCE} when it starts in
 *     the moment of its arrival
 */
record Identity(String name, long instance, List<String> uses, long arrivedAt) {
  static final long AT_ONCE = Long.MAX_VALUE;

  Identity(String name, List<String> uses) {
    this(name, 0, uses, AT_ONCE);
  }

  Identity child(String child) {
    return new Identity(name + "." + child, instance, uses, AT_ONCE);
  }

  /** The name of its stream of random numbers. */
  String stream() {
    return instance == 0 ? name : name + "#" + instance;
  }
}
