package dev.interleave.kernel.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** Finds the shape of a Java type. */
final class Shapes {

  private Shapes() {}

  /**
   * The shape of {@code type}.
   *
   * @throws IllegalArgumentException when no configuration can give such a value: a bug of the
   *     record's author
   */
  static Shape of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    if (type instanceof Class<?> plain) {
      return plain(plain);
    }
    throw unsupported(type);
  }

  private static Shape generic(Class<?> raw, Type[] arguments) {
    if (raw == Optional.class) {
      return new OptionalShape(of(arguments[0]));
    }
    if (raw == List.class) {
      return new ListShape(of(arguments[0]));
    }
    if (raw == ActorRef.class) {
      return new ReplyShape();
    }
    if (raw == Map.class && arguments[0] == String.class) {
      return new MapShape(of(arguments[1]));
    }
    throw unsupported(raw);
  }

  private static Shape plain(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return NumberShape.INT;
    }
    if (type == long.class || type == Long.class) {
      return NumberShape.LONG;
    }
    if (type == double.class || type == Double.class) {
      return NumberShape.DOUBLE;
    }
    if (type == boolean.class || type == Boolean.class) {
      return new SwitchShape();
    }
    return type == String.class ? new TextShape() : structured(type);
  }

  private static Shape structured(Class<?> type) {
    if (type == Duration.class) {
      return new DurationShape();
    }
    if (type == Bytes.class) {
      return new BytesShape();
    }
    if (type == Path.class) {
      return new PathShape();
    }
    if (type.isEnum()) {
      return new EnumShape(type);
    }
    if (type.isRecord()) {
      return new RecordShape(type);
    }
    if (type.isSealed()) {
      return new ChoiceShape(type);
    }
    throw unsupported(type);
  }

  private static IllegalArgumentException unsupported(Type type) {
    return new IllegalArgumentException("no setting can be a " + type.getTypeName());
  }
}
