package dev.interleave.kernel.config;

import com.typesafe.config.ConfigObject;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A block whose {@code type} is known: what to make of it.
 *
 * @param name the type's short name
 * @param type the class to make
 * @param settings the block's own keys over the defaults of the type
 * @param definition where the type is defined; empty when the block names a class
 */
public record TypedBlock(
    String name, Class<?> type, ConfigObject settings, Optional<Definition> definition) {

  /**
   * The component that the block describes: a record by its header, any other class by its
   * constructor without parameters.
   *
   * @param base what it must be
   * @param beside keys of the block that are for somebody else
   */
  public <T> Optional<T> make(Class<T> base, Set<String> beside, Mistakes mistakes) {
    Set<String> others = new TreeSet<>(beside);
    others.add("type");
    try {
      Optional<?> made =
          type.isRecord()
              ? Binder.bind(type, settings, name, others, mistakes)
              : plain(others, mistakes);
      return made.map(base::cast);
    } catch (LinkageError | IllegalArgumentException broken) {
      String from = definition.map(it -> " (" + it.jar() + ")").orElse("");
      String problem = "the type " + name + from + " cannot be used: " + reason(broken);
      mistakes.addKey(settings, "type", problem);
      return Optional.empty();
    }
  }

  /** The keys that this type has, defaults or not; a class that is no record has none. */
  public Set<String> keys() {
    return type.isRecord() ? Binder.shape(type).keys() : Set.of();
  }

  /** The same type with other settings. */
  public TypedBlock with(ConfigObject other) {
    return new TypedBlock(name, type, other, definition);
  }

  private Optional<?> plain(Set<String> others, Mistakes mistakes) {
    int before = mistakes.count();
    for (String key : new TreeSet<>(settings.keySet())) {
      if (!others.contains(key)) {
        String hint = Nearest.hintOrList(key, others);
        mistakes.addKey(settings, key, "unknown setting '" + key + "' of " + name + hint);
      }
    }
    return mistakes.count() > before ? Optional.empty() : Optional.of(construct());
  }

  private Object construct() {
    try {
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(type.getName() + " throws " + refused.getCause(), refused);
    } catch (ReflectiveOperationException unusable) {
      String problem =
          type.getName() + " is no record and has no public constructor without parameters";
      throw new IllegalArgumentException(problem, unusable);
    }
  }

  /** The message of ours, or what the Java machine has to say and why. */
  private static String reason(Throwable broken) {
    String message = broken.getMessage();
    if (broken instanceof IllegalArgumentException && message != null) {
      return message;
    }
    return broken.getCause() == null ? broken.toString() : broken + ": " + broken.getCause();
  }
}
