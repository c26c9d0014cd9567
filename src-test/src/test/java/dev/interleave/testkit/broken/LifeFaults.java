package dev.interleave.testkit.broken;

import dev.interleave.kernel.Bus;
import dev.interleave.kernel.DriverContext;
import dev.interleave.testkit.broken.Faulty.Ask;
import dev.interleave.testkit.broken.Faulty.Life;
import dev.interleave.testkit.broken.Faulty.Message;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Faults in how a driver lives, ends and begins again, and in what it looks at. */
final class LifeFaults {
  static final String THREAD = "left behind";

  private LifeFaults() {}

  static final class Keeping extends Life {
    private final Deque<Ask> kept;

    Keeping(Deque<Ask> kept) {
      this.kept = kept;
    }

    @Override
    Behavior<Message> begin(DriverContext<Message> context) {
      List.copyOf(kept).forEach(job -> answer(context, job));
      return super.begin(context);
    }

    @Override
    Behavior<Message> asked(DriverContext<Message> context, Ask ask) {
      kept.add(ask);
      return super.asked(context, ask);
    }

    @Override
    void answer(DriverContext<Message> context, Ask job) {
      super.answer(context, job);
      kept.remove(job);
    }
  }

  static final class Worn extends Life {
    private static final int LIVES = 500;
    private final AtomicLong lives;

    Worn(AtomicLong lives) {
      this.lives = lives;
    }

    @Override
    Behavior<Message> begin(DriverContext<Message> context) {
      if (lives.incrementAndGet() > LIVES) {
        throw new IllegalStateException("worn out");
      }
      return super.begin(context);
    }
  }

  static final class Children extends Life {
    @Override
    void answer(DriverContext<Message> context, Ask job) {
      context.actor().spawn(Behaviors.ignore(), "child" + job.number());
      super.answer(context, job);
    }
  }

  static final class LeavesThread extends Life {
    @Override
    Behavior<Message> begin(DriverContext<Message> context) {
      Thread thread = new Thread(LeavesThread::stay, THREAD);
      thread.setDaemon(true);
      thread.start();
      return super.begin(context);
    }

    private static void stay() {
      while (!Thread.currentThread().isInterrupted()) {
        LockSupport.park();
      }
    }
  }

  static final class PluggedOnce extends Faulty.Machine {
    private boolean plugged;

    @Override
    public synchronized void plug(Bus machine) {
      if (plugged) {
        throw new IllegalStateException("plugged in before");
      }
      plugged = true;
      super.plug(machine);
    }
  }

  static final class UnplugsOnce extends Life {
    UnplugsOnce() {
      super(
          new Faulty.Machine() {
            private boolean unplugged;

            @Override
            public synchronized void unplug() {
              if (unplugged) {
                throw new IllegalStateException("unplugged before");
              }
              unplugged = true;
            }
          });
    }
  }

  static final class PlugsTwice extends Life {
    @Override
    Behavior<Message> begin(DriverContext<Message> context) {
      context.device(device, badges -> new Faulty.Interrupted());
      return super.begin(context);
    }
  }

  static final class Remembering extends Life {
    private final AtomicLong shared;

    Remembering(AtomicLong shared) {
      this.shared = shared;
    }

    @Override
    void answer(DriverContext<Message> context, Ask job) {
      context.count("answers", shared.incrementAndGet());
      super.answer(context, job);
    }
  }

  static final class Waiting extends Life {
    @Override
    void answer(DriverContext<Message> context, Ask job) {
      try {
        boolean open = new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
        context.count("waited", open ? 0 : 1);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      super.answer(context, job);
    }
  }
}
