package dev.interleave.kernel.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes a record by its canonical constructor; what that refuses is a mistake. */
final class RecordFactory {

  private final Class<?> type;
  private final Constructor<?> constructor;

  RecordFactory(Class<?> type) {
    this.type = type;
    this.constructor = canonical(type);
  }

  /**
   * The record with these components. When its compact constructor throws, that is a mistake in the
   * line of the setting whose name the message begins with, else of the whole block.
   */
  Optional<Object> make(List<Object> components, ConfigValue block, Slot slot) {
    try {
      return Optional.of(construct(components));
    } catch (InvocationTargetException refused) {
      refuse(refused.getTargetException(), block, slot);
      return Optional.empty();
    }
  }

  /**
   * The record with components that {@link #make} has accepted before.
   *
   * @throws IllegalArgumentException when it refuses them now
   */
  Object instance(List<Object> components) {
    try {
      return construct(components);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(type.getName() + " cannot be made", refused.getCause());
    }
  }

  private Object construct(List<Object> components) throws InvocationTargetException {
    try {
      return constructor.newInstance(components.toArray());
    } catch (InstantiationException | IllegalAccessException unusable) {
      throw new IllegalArgumentException("cannot make a " + type.getName(), unusable);
    }
  }

  private void refuse(Throwable cause, ConfigValue at, Slot slot) {
    if (cause instanceof VirtualMachineError || cause instanceof LinkageError) {
      throw (Error) cause;
    }
    String reason = reason(cause);
    String key = KebabCase.of(reason.split("[^A-Za-z0-9-]", 2)[0]);
    if (at instanceof ConfigObject block && block.containsKey(key)) {
      slot.mistakes().add(block.get(key), slot.name() + ": " + reason, key);
    } else {
      slot.mistakes().add(at, slot.name() + ": " + reason);
    }
  }

  private String reason(Throwable cause) {
    String message = cause.getMessage();
    return cause instanceof IllegalArgumentException && message != null
        ? message
        : type.getName() + " throws " + cause;
  }

  private static Constructor<?> canonical(Class<?> type) {
    Class<?>[] header =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(header);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalArgumentException("no record: " + type.getName(), impossible);
    }
  }
}
