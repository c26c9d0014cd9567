package dev.interleave.sim.cli;

import dev.interleave.kernel.Host;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The resources of this process that one run may use, by the type that devices ask for. */
final class Lent implements Host {
  private final Map<Class<?>, Object> resources = new LinkedHashMap<>();

  <T> Lent with(Class<T> type, T resource) {
    resources.put(type, resource);
    return this;
  }

  @Override
  public <T> Optional<T> find(Class<T> type) {
    return Optional.ofNullable(resources.get(type)).map(type::cast);
  }
}
