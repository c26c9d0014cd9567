package dev.interleave.kernel.anysystem;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.stage.Machines;
import dev.interleave.stage.Scene;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Sends messages of 100 MB on every machine, one after the other, and prints how many bytes came.
 * In a heap that holds two of them.
 */
final class LargeMessages {
  static final int MESSAGES = 10;
  static final int LENGTH = 100_000_000;

  private LargeMessages() {}

  /** Sends the next message when the one before was handled. */
  private record Sender() implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      return next(context, MESSAGES);
    }

    private Behavior<String> next(ProgramContext<String> context, int rest) {
      if (rest == 0) {
        return Behaviors.stopped();
      }
      context.<Integer>ask("driver", Large::new, reply -> "handled", failure -> "failed");
      return Behaviors.receiveMessage(answer -> next(context, rest - 1));
    }
  }

  private record Large(byte[] payload, ActorRef<Integer> replyTo) {
    Large(ActorRef<Integer> replyTo) {
      this(new byte[LENGTH], replyTo);
    }
  }

  private record Receiver(AtomicLong bytes) implements Driver<Large> {
    @Override
    public Behavior<Large> start(DriverContext<Large> context) {
      return Behaviors.receiveMessage(
          large -> {
            large.replyTo.tell(large.payload.length);
            bytes.addAndGet(large.payload.length);
            return Behaviors.same();
          });
    }
  }

  private static long sent(Machine machine) {
    AtomicLong bytes = new AtomicLong();
    new Scene(machine, new Fifo())
        .driver("driver", new Receiver(bytes))
        .program("sender", new Sender(), "driver")
        .played();
    return bytes.get();
  }

  public static void main(String[] arguments) {
    Machines.all().forEach(machine -> System.out.println(sent(machine) + " on " + machine));
  }
}
