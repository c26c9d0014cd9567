package dev.interleave.drivers;

import dev.interleave.kernel.Host;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A host with some resources. */
public final class LentHost implements Host {
  private final Map<Class<?>, Object> resources = new LinkedHashMap<>();

  /** Lends {@code resource} too. */
  public <T> LentHost with(Class<T> type, T resource) {
    resources.put(type, resource);
    return this;
  }

  @Override
  public <T> Optional<T> find(Class<T> type) {
    return Optional.ofNullable(resources.get(type)).map(type::cast);
  }
}
