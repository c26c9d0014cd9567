package dev.interleave.kernel;

import java.util.List;

/**
 * Who a component is.
 *
 * @param name in the scenario; for a child {@code component.child}
 * @param instance the number of the arrival, for a program
 * @param uses whom it may use
 */
record Identity(String name, long instance, List<String> uses) {

  Identity child(String child) {
    return new Identity(name + "." + child, instance, uses);
  }

  /** The name of its stream of random numbers. */
  String stream() {
    return instance == 0 ? name : name + "#" + instance;
  }
}
