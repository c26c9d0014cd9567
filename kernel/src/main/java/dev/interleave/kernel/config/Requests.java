package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.Protocol;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The requests of a component and its other messages, found by reflection: the records of the
 * sealed interface that is its type argument. The public ones are requests, which a scenario may
 * name in kebab-case; the others are its own business.
 */
public final class Requests {

  private final Class<?> type;
  private final Map<String, Class<?>> messages = new LinkedHashMap<>();

  private Requests(Class<?> component) {
    type = Protocol.of(component);
    collect(type);
    if (!type.isSealed()) {
      collectNested(component);
    }
  }

  /** What a driver or program of this class understands. */
  public static Requests of(Class<?> component) {
    return new Requests(component);
  }

  /** The Java type of the messages; {@code Object} when the component does not say. */
  public Class<?> type() {
    return type;
  }

  /** The names of all messages, requests or not, sorted. */
  public List<String> messages() {
    return messages.keySet().stream().sorted().toList();
  }

  /**
   * The names of the requests, sorted: which order classes are found in is the compiler's choice.
   */
  public List<String> names() {
    return messages.entrySet().stream()
        .filter(it -> isRequest(it.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** What a scenario sets in the request {@code name}; nothing when there is no such request. */
  public Set<String> settings(String name) {
    Class<?> request = messages.get(name);
    return request == null ? Set.of() : Binder.shape(request).keys();
  }

  /**
   * The request {@code name} with its settings.
   *
   * @param settings a block with the request's components; those that are an {@code ActorRef} are
   *     the reply address and are not set here
   * @param component how mistakes name the receiver: {@code vector}
   * @return empty when there were mistakes
   */
  public Optional<Request> bind(
      String name, ConfigValue settings, String component, Mistakes mistakes) {
    Class<?> request = messages.get(name);
    if (request == null || !isRequest(request)) {
      String hint = Nearest.hintOrList(name, names());
      mistakes.add(settings, "no request '" + name + "' of " + component + hint, name);
      return Optional.empty();
    }
    return Request.bind(request, name, settings, component, mistakes);
  }

  private static boolean isRequest(Class<?> message) {
    return Modifier.isPublic(message.getModifiers());
  }

  private void collect(Class<?> message) {
    if (message.isRecord()) {
      messages.putIfAbsent(KebabCase.of(message), message);
    } else if (message.isSealed()) {
      List.of(message.getPermittedSubclasses()).forEach(this::collect);
    }
  }

  private void collectNested(Class<?> component) {
    List<Class<?>> nested = new ArrayList<>(List.of(component.getDeclaredClasses()));
    nested.addAll(List.of(type.getDeclaredClasses()));
    nested.stream()
        .filter(it -> type != Object.class && type.isAssignableFrom(it))
        .forEach(this::collect);
  }
}
