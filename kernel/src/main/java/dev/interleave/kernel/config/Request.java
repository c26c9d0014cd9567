package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * A request of a scenario, complete but for the reply address. Immutable; may be made into any
 * number of messages.
 *
 * @param name in kebab-case
 * @param type the record
 * @param template makes the message from the reply address
 */
public record Request(String name, Class<?> type, Function<ActorRef<?>, Object> template) {

  /** Whether the request has a reply address, so that it can be asked and not only told. */
  public boolean answered() {
    return Arrays.stream(type.getRecordComponents())
        .anyMatch(it -> ActorRef.class.isAssignableFrom(it.getType()));
  }

  static Optional<Request> bind(
      Class<?> type, String name, ConfigValue settings, String component, Mistakes mistakes) {
    Slot slot = new Slot(name + " of " + component, Limits.NONE, mistakes);
    RecordFactory factory = new RecordFactory(type);
    int before = mistakes.count();
    Optional<List<Object>> values = Binder.shape(type).components(settings, slot, Set.of());
    values.ifPresent(it -> factory.make(it, settings, slot));
    return mistakes.count() == before
        ? values.map(it -> new Request(name, type, to -> factory.instance(ReplyShape.fill(it, to))))
        : Optional.empty();
  }
}
