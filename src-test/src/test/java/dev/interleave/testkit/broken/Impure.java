package dev.interleave.testkit.broken;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import dev.interleave.testkit.broken.Faulty.Ask;
import dev.interleave.testkit.broken.Faulty.Life;
import dev.interleave.testkit.broken.Faulty.Message;
import java.util.Random;
import org.apache.pekko.actor.typed.Behavior;

/** Drivers whose answers depend on what no seed governs. */
final class Impure {
  private Impure() {}

  record WallClock() implements Driver<Message> {
    @Override
    public Behavior<Message> start(DriverContext<Message> context) {
      return new Dated().begin(context);
    }
  }

  private static final class Dated extends Life {
    @Override
    void answer(DriverContext<Message> context, Ask job) {
      job.replyTo().tell("done at " + System.nanoTime());
    }
  }

  record OwnDice() implements Driver<Message> {
    @Override
    public Behavior<Message> start(DriverContext<Message> context) {
      return new Drawing().begin(context);
    }
  }

  private static final class Drawing extends Life {
    @Override
    void answer(DriverContext<Message> context, Ask job) {
      job.replyTo().tell("done, and drew " + new Random().nextInt());
    }
  }
}
