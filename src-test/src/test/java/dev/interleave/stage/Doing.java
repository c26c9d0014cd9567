package dev.interleave.stage;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A driver that is told texts and does what a test says. */
public record Doing(Function<DriverContext<String>, Behavior<String>> life)
    implements Driver<String> {

  /** What a driver does with each message, for as long as it lives. */
  public static Doing each(BiFunction<DriverContext<String>, String, Behavior<String>> handler) {
    return new Doing(
        context -> Behaviors.receiveMessage(message -> handler.apply(context, message)));
  }

  @Override
  public Behavior<String> start(DriverContext<String> context) {
    return life.apply(context);
  }
}
