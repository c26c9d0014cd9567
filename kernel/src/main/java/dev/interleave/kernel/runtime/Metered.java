package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Meter;

/** Hands what is measured on to the meters of its component. */
interface Metered extends Meter {

  /** Where it goes. */
  Meters meters();

  @Override
  default void measure(String metric, long value) {
    meters().measure(metric, value);
  }

  @Override
  default void count(String metric, long amount) {
    meters().count(metric, amount);
  }

  @Override
  default void publish(String metric, String text) {
    meters().publish(metric, text);
  }

  @Override
  default void drop(String place, long amount) {
    meters().drop(place, amount);
  }
}
