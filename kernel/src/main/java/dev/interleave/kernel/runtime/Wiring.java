package dev.interleave.kernel.runtime;

import dev.interleave.kernel.AccessDenied;
import dev.interleave.kernel.Component;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.Protocol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/** Who is who in a run: the components by name, and what they kept across a restart. Threadsafe. */
final class Wiring {
  private final Map<String, Class<?>> protocols = new LinkedHashMap<>();
  private final Map<String, ActorRef<Object>> references = new ConcurrentHashMap<>();
  private final Map<String, Object> saved = new ConcurrentHashMap<>();

  Wiring(Plan plan) {
    for (Part part : plan.parts()) {
      protocols.put(part.name(), Protocol.of(component(part)));
    }
  }

  private static Component<?> component(Part part) {
    return part instanceof Part.DriverPart driver
        ? driver.driver()
        : ((Part.ProgramPart) part).program();
  }

  void started(String name, ActorRef<Object> reference) {
    references.put(name, reference);
  }

  /** The reference to {@code target} if {@code component}, which uses {@code uses}, may have it. */
  ActorRef<Object> capability(String component, Iterable<String> uses, String target) {
    for (String used : uses) {
      if (used.equals(target)) {
        return reference(target);
      }
    }
    throw new AccessDenied(component, target);
  }

  private ActorRef<Object> reference(String target) {
    ActorRef<Object> reference = references.get(target);
    if (reference == null) {
      throw new IllegalArgumentException(target + " is not running");
    }
    return reference;
  }

  void checkProtocol(String target, Class<?> protocol) {
    Class<?> spoken = protocols.get(target);
    if (spoken != null && !protocol.isAssignableFrom(spoken)) {
      throw new IllegalArgumentException(
          target + " speaks " + spoken.getName() + ", not " + protocol.getName());
    }
  }

  void save(String name, Object state) {
    saved.put(name, state);
  }

  <S> Optional<S> restore(String name, Class<S> type) {
    @Nullable Object state = saved.get(name);
    return type.isInstance(state) ? Optional.of(type.cast(state)) : Optional.empty();
  }
}
