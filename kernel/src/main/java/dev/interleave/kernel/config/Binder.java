package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import java.util.Optional;
import java.util.Set;

/**
 * Binds configuration to records: the record header is the schema.
 *
 * <p>A component {@code maxBackoff} is the setting {@code max-backoff}. Components may be {@code
 * int}, {@code long}, {@code double} (a number, or {@code 1 %}), {@code boolean} (on or off),
 * {@code String}, {@link java.time.Duration} and {@link Bytes} (with a unit), {@link
 * java.nio.file.Path} (relative to the file it stands in), an enum (its constants in kebab-case), a
 * record, a sealed interface of records (the key {@code type} chooses), and {@code Optional},
 * {@code List} and {@code Map<String, T>} of these. Every component needs a value, {@code Optional}
 * ones excepted; defaults are merged under the configuration before. {@link Range}, {@link
 * Positive} and an {@link IllegalArgumentException} of the compact constructor say which values are
 * right; when the message of such an exception begins with the name of a setting, the mistake is in
 * that setting's line.
 *
 * <p>Whatever is wrong is added to the mistakes, all of it at once.
 */
public final class Binder {

  /** The shapes of records, each made once. */
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private Binder() {}

  /**
   * The record that {@code value} describes.
   *
   * @param what how mistakes name it: {@code round-robin}
   * @return empty when there were mistakes
   * @throws IllegalArgumentException when {@code type} has a component of a type that no
   *     configuration can give
   */
  public static <T> Optional<T> bind(
      Class<T> type, ConfigValue value, String what, Mistakes mistakes) {
    return bind(type, value, what, Set.of(), mistakes);
  }

  /** As {@link #bind(Class, ConfigValue, String, Mistakes)} where others read {@code beside}. */
  public static <T> Optional<T> bind(
      Class<T> type, ConfigValue value, String what, Set<String> beside, Mistakes mistakes) {
    int before = mistakes.count();
    Optional<Object> bound = shape(type).read(value, new Slot(what, Limits.NONE, mistakes), beside);
    return mistakes.count() == before ? bound.map(type::cast) : Optional.empty();
  }

  /**
   * A single value: a duration, number, text, enum, ... that is no component of a record.
   *
   * @param type as a component's: {@code Duration.class}; boxed for primitives
   * @param name how mistakes name it: {@code sleep of program batch}
   */
  public static <T> Optional<T> value(
      Class<T> type, ConfigValue value, String name, Mistakes mistakes) {
    return Shapes.of(type).read(value, new Slot(name, Limits.NONE, mistakes)).map(type::cast);
  }

  static RecordShape shape(Class<?> type) {
    return SHAPES.get(type);
  }
}
