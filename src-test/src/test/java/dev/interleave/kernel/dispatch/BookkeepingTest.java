package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import dev.interleave.kernel.trace.Event;
import dev.interleave.testkit.timeline.Bursts;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class BookkeepingTest {
  private static final Duration MS = Duration.ofMillis(1);

  private record Said(String what) {}

  private static ActorRef<Said> listener(Stage stage, String name) {
    return stage.task(
        name,
        Behaviors.receiveMessage(
            said -> said.what.equals("stop") ? Behaviors.stopped() : Behaviors.same()));
  }

  @Test
  void whatIsSentIsRecordedWithItsSender() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      ActorRef<Said> b = listener(stage, "b");
      ActorRef<Said> a =
          stage.task(
              "a",
              Behaviors.receiveMessage(
                  said -> {
                    b.tell(said);
                    return Behaviors.same();
                  }));
      int numberOfA = stage.taskOf(a).id();
      int numberOfB = stage.taskOf(b).id();
      stage.at(MS, () -> a.tell(new Said("hello")));
      stage.run();
      assertThat(stage.events(Event.Sent.class))
          .extracting(Event.Sent::at, Event.Sent::task, Event.Sent::from)
          .contains(tuple(1_000_000L, numberOfA, 0), tuple(1_000_000L, numberOfB, numberOfA));
    }
  }

  @Test
  void aTurnIsRecordedWithItsMessage() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      ActorRef<Said> a = listener(stage, "a");
      stage.at(MS, () -> a.tell(new Said("hello")));
      stage.run();
      assertThat(stage.events(Event.Taken.class))
          .extracting(Event.Taken::message)
          .containsExactly("", "Said");
    }
  }

  @Test
  void whoEndsIsRecordedAndForgotten() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      ActorRef<Said> a = listener(stage, "a");
      TaskCell task = (TaskCell) stage.taskOf(a);
      stage.at(MS, () -> a.tell(new Said("stop")));
      stage.run();
      assertThat(task.state).isEqualTo(TaskCell.State.STOPPED);
      assertThat(stage.events(Event.Stopped.class))
          .extracting(Event.Stopped::at, Event.Stopped::task)
          .containsExactly(tuple(1_000_000L, task.id()));
    }
  }

  /** Keeps each task back for a millisecond before it queues. */
  private static final class Late implements Policy {
    private boolean kept;

    @Override
    public void enqueue(Task task, RunQueue queue) {
      kept = !kept;
      if (kept) {
        queue.later(MS, task);
      } else {
        queue.last(task);
      }
    }
  }

  @Test
  void whoIsKeptBackComesWhenItsTimeHasCome() {
    try (Bursts bursts = Bursts.on(1, new Late())) {
      assertThat(bursts.burst("a", 2, 1).drawn()).endsWith("a");
      assertThat(bursts.stage().events(Event.Left.class))
          .extracting(Event.Left::at)
          .contains(4_000_000L);
    }
  }
}
