package dev.interleave.sim.program.shell;

import dev.interleave.drivers.keyboard.KeyboardDriver;
import dev.interleave.drivers.keyboard.KeyboardDriver.Message;
import dev.interleave.drivers.keyboard.Stroke;
import dev.interleave.drivers.keyboard.Symbol;
import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import java.time.Duration;
import java.util.PrimitiveIterator;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A keyboard at which somebody types {@code text}, a key as soon as one is read: {@code \n} is
 * enter, {@code \b} backspace, and other control characters are control keys.
 */
public record Typed(String text) implements Driver<Message> {

  private static final Duration KEY = Duration.ofNanos(1000);

  @Override
  public Behavior<Message> start(DriverContext<Message> context) {
    PrimitiveIterator.OfInt keys = text.codePoints().iterator();
    return Behaviors.receive(Message.class)
        .onMessage(
            KeyboardDriver.Read.class,
            read -> {
              context.consume(KEY);
              read.replyTo().tell(next(keys, context.clock().sinceBoot()));
              return Behaviors.same();
            })
        .build();
  }

  private static KeyboardDriver.Input next(PrimitiveIterator.OfInt keys, Duration now) {
    return keys.hasNext()
        ? new KeyboardDriver.Key(stroke(keys.nextInt()), now)
        : new KeyboardDriver.EndOfInput();
  }

  private static Stroke stroke(int codePoint) {
    if (codePoint == '\n') {
      return Stroke.named(Symbol.ENTER);
    }
    if (codePoint == '\b') {
      return Stroke.named(Symbol.BACKSPACE);
    }
    return codePoint < ' ' ? Stroke.control((char) (codePoint + '@')) : Stroke.character(codePoint);
  }
}
