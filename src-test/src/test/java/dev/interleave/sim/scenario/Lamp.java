package dev.interleave.sim.scenario;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import dev.interleave.kernel.NeedsPeers;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import dev.interleave.kernel.config.Positive;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A driver as an extension brings it; it is wired and never runs. */
public record Lamp(Duration latency, String colour) implements Driver<Lamp.Message> {

  /** The protocol. */
  public sealed interface Message {}

  /** Switches it on. */
  public record SwitchOn(@Positive int watts, ActorRef<Message> replyTo) implements Message {}

  @Override
  public Behavior<Message> start(DriverContext<Message> context) {
    return Behaviors.empty();
  }

  /** One that starts only after those it uses. */
  @NeedsPeers
  public record Late() implements Driver<Message> {
    @Override
    public Behavior<Message> start(DriverContext<Message> context) {
      return Behaviors.empty();
    }
  }

  /** A class that is no record and cannot be made. */
  public static final class Hidden implements Driver<Message> {
    private Hidden() {}

    @Override
    public Behavior<Message> start(DriverContext<Message> context) {
      return Behaviors.empty();
    }
  }

  /** A program that does nothing. */
  public record Idler() implements Program<Message> {
    @Override
    public Behavior<Message> start(ProgramContext<Message> context) {
      return Behaviors.stopped();
    }
  }
}
