package dev.interleave.sim.program.shell;

import dev.interleave.drivers.display.DisplayDriver;
import dev.interleave.drivers.display.DisplayDriver.Message;
import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A display that only remembers, as the metric {@code text}, what was printed on it. */
public record Paper() implements Driver<Message> {

  @Override
  public Behavior<Message> start(DriverContext<Message> context) {
    StringBuilder text = new StringBuilder();
    return Behaviors.receive(Message.class)
        .onMessage(
            DisplayDriver.Print.class,
            print -> {
              text.append(print.text());
              context.publish("text", text.toString());
              print.replyTo().tell(new DisplayDriver.Visible(context.clock().sinceBoot()));
              return Behaviors.same();
            })
        .build();
  }
}
