package dev.interleave.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Event.Left;
import dev.interleave.kernel.trace.Event.Measured;
import dev.interleave.kernel.trace.Event.Ready;
import dev.interleave.kernel.trace.Event.Resumed;
import dev.interleave.kernel.trace.Event.Sent;
import dev.interleave.kernel.trace.Event.Started;
import dev.interleave.kernel.trace.Event.Taken;
import dev.interleave.kernel.trace.Event.Why;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every check must notice what it is there for: each is shown a broken trace. */
class ChecksTest {

  private static void broken(Check check, String how, Event... events) {
    assertThat(check.in(List.of(events))).anySatisfy(line -> assertThat(line).contains(how));
  }

  private static void kept(Check check, Event... events) {
    assertThat(check.in(List.of(events))).isEmpty();
  }

  @Test
  void aTaskOnTwoCores() {
    broken(
        new OneCoreEach(2),
        "task has core 0 already",
        new Taken(1, 1, 0, "M"),
        new Taken(1, 1, 1, "M"));
  }

  @Test
  void twoTasksOnOneCore() {
    broken(
        new OneCoreEach(2),
        "core has task 1 already",
        new Taken(1, 1, 0, "M"),
        new Resumed(2, 2, 0));
  }

  @Test
  void aCoreThatDoesNotExist() {
    broken(new OneCoreEach(2), "there is no core 2", new Taken(1, 1, 2, "M"));
  }

  @Test
  void servedMoreThanItHadACore() {
    broken(
        new OneCoreEach(1),
        "served more than the 4 ns",
        new Taken(1, 1, 0, "M"),
        new Left(5, 1, 0, Why.COMPLETED, 5));
    kept(new OneCoreEach(1), new Taken(1, 1, 0, "M"), new Left(5, 1, 0, Why.COMPLETED, 4));
  }

  @Test
  void timeThatGoesBack() {
    broken(new TimeGoesOn(), "after an event of 3 ns", new Ready(3, 1), new Ready(2, 2));
  }

  @Test
  void aCoreThatIsIdleWhileATaskWaits() {
    broken(new NoIdleCore(2), "[2] wait", ready(1), ready(2), new Taken(0, 1, 0, "M"), ready(9, 3));
    kept(
        new NoIdleCore(2),
        ready(1),
        ready(2),
        new Taken(0, 1, 0, "M"),
        new Taken(0, 2, 1, "M"),
        ready(9, 3));
  }

  private static Event ready(int task) {
    return ready(0, task);
  }

  private static Event ready(long at, int task) {
    return new Ready(at, task);
  }

  @Test
  void aResumptionBeforeATaskThatWasReady() {
    broken(
        new YieldPromise(),
        "[2] were ready at the yield",
        new Taken(0, 1, 0, "M"),
        ready(2),
        new Left(1, 1, 0, Why.YIELDED, 1),
        new Taken(1, 1, 0, "Resume"));
    kept(
        new YieldPromise(),
        new Taken(0, 1, 0, "M"),
        ready(2),
        new Left(1, 1, 0, Why.YIELDED, 1),
        new Taken(1, 2, 0, "M"),
        new Left(1, 2, 0, Why.COMPLETED, 0),
        new Taken(1, 1, 0, "Resume"));
  }

  @Test
  void messagesInAnotherOrder() {
    broken(
        new MailboxOrder(),
        "the oldest message was A",
        new Sent(0, 1, 2, "A"),
        new Sent(0, 1, 3, "B"),
        new Taken(1, 1, 0, "B"));
  }

  @Test
  void aMessageThatNobodySent() {
    broken(new MailboxOrder(), "the oldest message was null", new Taken(1, 1, 0, "B"));
  }

  @Test
  void anEffectBeforeItWasServed() {
    broken(
        new EffectsWhenServed(),
        "happens when 2 ns have been served",
        new Taken(0, 1, 0, "M"),
        new Measured(2, 1, EffectsWhenServed.CONSUMED, 3));
    broken(
        new EffectsWhenServed(),
        "happens when 2 ns have been served",
        new Taken(0, 1, 0, "M"),
        new Left(1, 1, 0, Why.PREEMPTED, 1),
        new Resumed(5, 1, 0),
        new Measured(6, 1, EffectsWhenServed.CONSUMED, 3));
  }

  @Test
  void aTurnThatEndsBeforeItIsServed() {
    broken(
        new EffectsWhenServed(),
        "owed 3 ns and was served 4",
        new Taken(0, 1, 0, "M"),
        new Measured(3, 1, EffectsWhenServed.CONSUMED, 3),
        new Left(4, 1, 0, Why.COMPLETED, 4));
  }

  @Test
  void aSenderWithoutACore() {
    broken(new SendersRun(), "the sender has no core", new Sent(1, 2, 1, "M"));
    kept(new SendersRun(), new Taken(0, 1, 0, "M"), new Sent(1, 2, 1, "M"));
  }

  @Test
  void aLessUrgentTaskFirst() {
    broken(
        new MostUrgentRuns(String::length, false),
        "task 2 waits, which is more urgent than 1",
        new Started(0, 1, 0, "a"),
        new Started(0, 2, 0, "aa"),
        ready(1),
        ready(2),
        new Taken(0, 1, 0, "M"));
  }

  @Test
  void aLessUrgentTaskKeepsItsCore() {
    Event[] events = {
      new Started(0, 1, 0, "a"),
      new Started(0, 2, 0, "aa"),
      ready(1),
      new Taken(0, 1, 0, "M"),
      ready(1, 2),
      ready(5, 1)
    };
    broken(new MostUrgentRuns(String::length, true), "task 2 waits", events);
    kept(new MostUrgentRuns(String::length, false), events);
  }

  @Test
  void whoCameLaterFirst() {
    broken(
        new FirstComeFirstServed(),
        "task 2 has waited longer",
        ready(2),
        ready(1),
        new Taken(0, 1, 0, "M"));
  }

  @Test
  void aTaskThatKeepsItsCoreBeyondItsSlice() {
    Event[] events = {new Taken(0, 1, 0, "M"), ready(2, 2), ready(5, 3)};
    broken(new SlicesEnd(4), "task 1 goes on while 2 waits since 2", events);
    kept(new SlicesEnd(5), events);
    kept(new SlicesEnd(2), new Taken(0, 1, 0, "M"), ready(2, 2), ready(3, 3));
  }
}
