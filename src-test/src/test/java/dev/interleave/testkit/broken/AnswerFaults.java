package dev.interleave.testkit.broken;

import dev.interleave.kernel.DriverContext;
import dev.interleave.testkit.broken.Faulty.Ask;
import dev.interleave.testkit.broken.Faulty.Later;
import dev.interleave.testkit.broken.Faulty.Life;
import dev.interleave.testkit.broken.Faulty.Message;
import java.time.Duration;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Faults in how requests are answered. */
final class AnswerFaults {
  private AnswerFaults() {}

  static final class Forgetful extends Life {
    @Override
    void answer(DriverContext<Message> context, Ask job) {
      if (job.number() % 3 != 2) {
        super.answer(context, job);
      }
    }
  }

  static final class Twice extends Life {
    @Override
    void answer(DriverContext<Message> context, Ask job) {
      super.answer(context, job);
      super.answer(context, job);
    }
  }

  static final class OnceMoreLater extends Life {
    @Override
    void answer(DriverContext<Message> context, Ask job) {
      super.answer(context, job);
      Duration later = Duration.ofMillis(100);
      context
          .actor()
          .scheduleOnce(
              later,
              context.actor().getSelf(),
              new Later(() -> job.replyTo().tell("done once more")));
    }
  }

  static final class AnswersTheLast extends Life {
    @Override
    Behavior<Message> interrupted(DriverContext<Message> context) {
      for (int done = device.done(); done > 0; done--) {
        answer(context, jobs.getLast());
      }
      return Behaviors.same();
    }
  }

  static final class OneSlot extends Life {
    @Override
    Behavior<Message> asked(DriverContext<Message> context, Ask ask) {
      jobs.clear();
      return super.asked(context, ask);
    }

    @Override
    Behavior<Message> interrupted(DriverContext<Message> context) {
      if (device.done() > 0 && !jobs.isEmpty()) {
        answer(context, jobs.remove());
      }
      return Behaviors.same();
    }
  }

  static final class Stopping extends Life {
    @Override
    Behavior<Message> interrupted(DriverContext<Message> context) {
      answer(context, jobs.remove());
      return Behaviors.stopped();
    }
  }

  static final class OwnThread extends Life {
    @Override
    void answer(DriverContext<Message> context, Ask job) {
      new Thread(() -> super.answer(context, job), "own").start();
    }
  }

  static final class ShortQueue extends Life {
    private static final int ROOM = 20;

    @Override
    Behavior<Message> asked(DriverContext<Message> context, Ask ask) {
      return jobs.size() < ROOM ? super.asked(context, ask) : Behaviors.same();
    }
  }

  static final class OneAnInterrupt extends Life {
    @Override
    Behavior<Message> interrupted(DriverContext<Message> context) {
      answer(context, jobs.remove());
      return Behaviors.same();
    }
  }

  static final class Unhandled extends Life {
    @Override
    Behavior<Message> interrupted(DriverContext<Message> context) {
      super.interrupted(context);
      return Behaviors.unhandled();
    }
  }
}
