package dev.interleave.drivers.network;

import dev.interleave.kernel.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The services that every host has. */
final class BuiltInServices {

  /** How errors name them. */
  static final String WORDS = "7 echo, 13 time since boot, 70 reverse";

  private BuiltInServices() {}

  /** By port. */
  static Map<Integer, LineService> of(Clock clock) {
    Map<Integer, LineService> services = new LinkedHashMap<>();
    services.put(7, service(text -> text));
    services.put(13, service(text -> clock.nanos() + " ns"));
    services.put(70, service(text -> new StringBuilder(text).reverse().toString()));
    return services;
  }

  private static LineService service(UnaryOperator<String> function) {
    return (from, text, answer) -> answer.accept(function.apply(text));
  }
}
