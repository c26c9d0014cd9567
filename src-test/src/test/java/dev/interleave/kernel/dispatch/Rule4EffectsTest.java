// Long: one rule, with a test for each kind of effect.
package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.trace.Event;
import dev.interleave.testkit.timeline.Bursts;
import dev.interleave.testkit.timeline.Drawing;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Rule4EffectsTest {
  private final Stage stage = Stage.simulated(1, new Priority());
  private final List<String> seen = new ArrayList<>();

  /** What a task does with its message. */
  private interface Handler {
    void handle(ActorContext<String> context, String message);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private void note(String what) {
    seen.add(what + "@" + stage.time().toMillis());
  }

  private Behavior<String> doing(Handler handler) {
    return Behaviors.receive(
        (context, message) -> {
          handler.handle(context, message);
          return Behaviors.same();
        });
  }

  private ActorRef<String> task(String name, int priority, Handler handler) {
    return stage.task(name, Bursts.settings(priority, 1, Optional.empty()), doing(handler));
  }

  /** An actor that is no task, so that it hears at once. */
  private ActorRef<String> witness() {
    return stage
        .system()
        .systemActorOf(doing((context, what) -> note(what)), "witness", Props.empty());
  }

  private void sendAt(long millis, ActorRef<String> task, String message) {
    stage.at(ms(millis), () -> task.tell(message));
  }

  @Test
  void aSendHappensWhenWhatWasConsumedBeforeHasBeenServed() {
    ActorRef<String> witness = witness();
    ActorRef<String> task =
        task(
            "a",
            0,
            (context, message) -> {
              witness.tell("start");
              stage.consume(ms(2));
              witness.tell("middle");
              stage.consume(ms(3));
              witness.tell("end");
            });
    sendAt(1, task, "go");
    stage.run();
    assertThat(seen).containsExactly("start@1", "middle@3", "end@6");
  }

  @Test
  void aPreemptedTasksLaterEffectsComeLater() {
    ActorRef<String> witness = witness();
    ActorRef<String> low =
        task(
            "a",
            0,
            (context, message) -> {
              stage.consume(ms(2));
              witness.tell("middle");
              stage.consume(ms(2));
              witness.tell("end");
            });
    ActorRef<String> high = task("b", 1, (context, message) -> stage.consume(ms(10)));
    sendAt(0, low, "go");
    sendAt(3, high, "go");
    stage.run();
    assertThat(Drawing.of(stage.events(), 1, ms(1))).isEqualTo("aaabbbbbbbbbba");
    assertThat(seen).containsExactly("middle@2", "end@14");
  }

  @Test
  void aPreemptingTaskSeesTheStateBeforeAndAfter() {
    ActorRef<String> cell = witness();
    ActorRef<String> account =
        task(
            "account",
            2,
            new Handler() {
              private int balance;

              @Override
              public void handle(ActorContext<String> context, String message) {
                if (message.equals("read")) {
                  cell.tell("balance " + balance);
                } else {
                  balance += Integer.parseInt(message);
                }
              }
            });
    ActorRef<String> transfer =
        task(
            "transfer",
            0,
            (context, message) -> {
              stage.consume(ms(4));
              account.tell("100");
              stage.consume(ms(4));
              account.tell("-30");
            });
    sendAt(0, transfer, "go");
    ActorRef<String> observer = task("observer", 1, (context, message) -> account.tell("read"));
    for (long at : new long[] {3, 4, 5, 7, 8, 9}) {
      sendAt(at, observer, "look");
    }
    stage.run();
    assertThat(seen)
        .containsExactly(
            "balance 0@3",
            "balance 100@4",
            "balance 100@5",
            "balance 100@7",
            "balance 70@8",
            "balance 70@9");
  }

  @Test
  void theTasksOwnClockAndTheTimeOfAnEffectDifferUnderPreemption() {
    ActorRef<String> witness = witness();
    ActorRef<String> low =
        task(
            "a",
            0,
            (context, message) -> {
              stage.consume(ms(4));
              witness.tell("own " + stage.ownTime().toMillis() + " happens");
            });
    ActorRef<String> high = task("b", 1, (context, message) -> stage.consume(ms(5)));
    sendAt(1, low, "go");
    sendAt(2, high, "go");
    stage.run();
    assertThat(seen).containsExactly("own 5 happens@10");
    assertThat(stage.events(Event.Left.class))
        .filteredOn(left -> left.why() == Event.Why.PREEMPTED)
        .hasSize(1);
  }

  @Test
  void aTimerStartsWhenWhatWasConsumedBeforeHasBeenServed() {
    ActorRef<String> low =
        task(
            "a",
            0,
            (context, message) -> {
              if (message.equals("go")) {
                stage.consume(ms(4));
                context.scheduleOnce(ms(10), context.getSelf(), "timer");
              } else {
                note(message);
              }
            });
    ActorRef<String> high = task("b", 1, (context, message) -> stage.consume(ms(3)));
    sendAt(0, low, "go");
    sendAt(1, high, "go");
    stage.run();
    assertThat(seen).containsExactly("timer@17");
  }

  @Test
  void cancellingATimerIsImmediate() {
    List<Boolean> results = new ArrayList<>();
    ActorRef<String> low =
        task(
            "a",
            0,
            (context, message) -> {
              Cancellable timer = context.scheduleOnce(ms(3), context.getSelf(), "timer");
              stage.consume(ms(4));
              results.add(timer.cancel());
              results.add(timer.cancel());
              note(message);
            });
    sendAt(0, low, "go");
    stage.run();
    assertThat(results).containsExactly(true, false);
    assertThat(seen).containsExactly("go@0");
  }

  @Test
  void aTimerThatIsCancelledBeforeItStartedNeverComes() {
    ActorRef<String> low =
        task(
            "a",
            0,
            (context, message) -> {
              stage.consume(ms(4));
              Cancellable timer = context.scheduleOnce(ms(3), context.getSelf(), "timer");
              note(message + " " + timer.cancel());
            });
    sendAt(0, low, "go");
    stage.run();
    assertThat(seen).containsExactly("go true@0");
  }

  @Test
  void aChildStartsWhenWhatWasConsumedBeforeHasBeenServed() {
    ActorRef<String> parent =
        task(
            "a",
            0,
            (context, message) -> {
              stage.consume(ms(4));
              ActorRef<String> child = context.spawn(doing((c, m) -> note(m)), "child");
              child.tell("born");
              stage.consume(ms(2));
            });
    sendAt(0, parent, "go");
    stage.run();
    assertThat(seen).containsExactly("born@6");
    assertThat(stage.events(Event.Ready.class))
        .filteredOn(ready -> ready.task() == 2)
        .extracting(Event.Ready::at)
        .containsExactly(ms(4).toNanos());
  }

  @Test
  void aStopHappensWhenTheTurnIsServed() {
    ActorRef<String> child =
        stage.task(
            "a",
            Behaviors.<String>receiveMessage(
                message -> {
                  note(message);
                  stage.consume(ms(4));
                  return Behaviors.stopped();
                }));
    sendAt(1, child, "go");
    sendAt(2, child, "never handled");
    stage.run();
    assertThat(seen).containsExactly("go@1");
    assertThat(stage.events(Event.Stopped.class)).extracting(Event::at).containsExactly(5_000_000L);
  }

  @Test
  void stoppingAChildHappensWhenWhatWasConsumedBeforeHasBeenServed() {
    ActorRef<String> parent =
        task(
            "a",
            0,
            (context, message) -> {
              if (message.equals("spawn")) {
                context.spawn(doing((c, m) -> note(m)), "child");
              } else {
                stage.consume(ms(4));
                context.getChildren().forEach(context::stop);
              }
            });
    sendAt(0, parent, "spawn");
    sendAt(1, parent, "stop");
    stage.run();
    assertThat(stage.events(Event.Stopped.class)).extracting(Event::at).containsExactly(5_000_000L);
  }

  @Test
  void anInterruptIsRaisedWhenWhatWasConsumedBeforeHasBeenServed() {
    ActorRef<String> low =
        task(
            "a",
            0,
            (context, message) -> {
              stage.consume(ms(4));
              stage.engine().act(() -> note("device"));
            });
    ActorRef<String> high = task("b", 1, (context, message) -> stage.consume(ms(3)));
    sendAt(0, low, "go");
    sendAt(2, high, "go");
    stage.run();
    assertThat(seen).containsExactly("device@7");
  }

  @Test
  void aSubmittedRunnableRunsWhenWhatWasConsumedBeforeHasBeenServed() {
    ActorRef<String> low =
        task(
            "a",
            0,
            (context, message) -> {
              stage.consume(ms(4));
              context.getExecutionContext().execute(() -> note("ran"));
            });
    sendAt(0, low, "go");
    stage.run();
    assertThat(seen).containsExactly("ran@4");
  }

  @Test
  void anAbortedTurnsLaterEffectsNeverHappen() {
    ActorRef<String> witness = witness();
    ActorRef<String> low =
        task(
            "a",
            0,
            (context, message) -> {
              witness.tell(message + " start");
              stage.consume(ms(4));
              witness.tell(message + " end");
            });
    sendAt(0, low, "one");
    sendAt(1, low, "two");
    stage.at(ms(2), () -> stage.engine().abort(stage.taskOf(low)));
    stage.run();
    assertThat(seen).containsExactly("one start@0", "two start@2", "two end@6");
    assertThat(Drawing.of(stage.events(), 1, ms(1))).isEqualTo("aaaaaa");
  }

  @Test
  void aTurnIsAbortedAlsoWhileItWaitsForACore() {
    ActorRef<String> witness = witness();
    ActorRef<String> low =
        task(
            "a",
            0,
            (context, message) -> {
              stage.consume(ms(4));
              witness.tell(message + " end");
            });
    ActorRef<String> high = task("b", 1, (context, message) -> stage.consume(ms(5)));
    sendAt(0, low, "one");
    sendAt(1, high, "go");
    sendAt(2, low, "two");
    stage.at(ms(3), () -> stage.engine().abort(stage.taskOf(low)));
    stage.run();
    assertThat(seen).containsExactly("two end@10");
    assertThat(Drawing.of(stage.events(), 1, ms(1))).isEqualTo("abbbbbaaaa");
  }
}
