package {{package}};

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Switches on and off, one switch after the other, and counts them.
 *
 * @param latency device time that a switch takes
 */
public record {{Name}}(Duration latency) implements Driver<{{Name}}.Message> {

  /** What it understands; the public records are what a scenario may ask. */
  public sealed interface Message {}

  /** Asks for a switch. */
  public record Switch(boolean on, ActorRef<Switched> replyTo) implements Message {}

  private record Interrupted() implements Message {}

  /** The answer: it is done. */
  public record Switched(boolean on) {}

  @Override
  public Behavior<Message> start(DriverContext<Message> context) {
    {{Name}}Device device = new {{Name}}Device(latency);
    context.device(device, badges -> new Interrupted());
    return Behaviors.receive(Message.class)
        .onMessage(Switch.class, request -> submit(device, request))
        .onMessage(Interrupted.class, interrupted -> answer(context, device))
        .build();
  }

  private Behavior<Message> submit({{Name}}Device device, Switch request) {
    device.submit(request);
    return Behaviors.same();
  }

  private Behavior<Message> answer(DriverContext<Message> context, {{Name}}Device device) {
    for (Switch request : device.finished()) {
      context.count("switches", 1);
      request.replyTo().tell(new Switched(request.on()));
    }
    return Behaviors.same();
  }
}
