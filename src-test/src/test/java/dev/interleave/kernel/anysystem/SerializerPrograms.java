package dev.interleave.kernel.anysystem;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.serialization.SerializationExtension;

/** Pekko keeps which class has which serializer by class; a class has the platform's hash code. */
final class SerializerPrograms {

  private SerializerPrograms() {}

  /** It has a serializer in the configuration, as have the next ones. */
  interface First {}

  /** As above. */
  interface Second {}

  /** As above. */
  interface Third {}

  /** As above. */
  interface Fourth {}

  /** As above. */
  interface Fifth {}

  /** As above. */
  interface Sixth {}

  /** Has six serializers, none before the others. */
  record Message() implements First, Second, Third, Fourth, Fifth, Sixth {}

  static Map<String, Program> all() {
    return Map.of(
        "serializers", out -> Behaviors.<String>setup(context -> serializers(context, out)));
  }

  private static Behavior<String> serializers(ActorContext<String> context, Consumer<String> out) {
    out.accept(
        SerializationExtension.get(context.getSystem().classicSystem())
            .findSerializerFor(new Message())
            .getClass()
            .getName());
    context.scheduleOnce(Duration.ofSeconds(1), context.getSelf(), "over");
    return Behaviors.receiveMessage(over -> Behaviors.stopped());
  }
}
