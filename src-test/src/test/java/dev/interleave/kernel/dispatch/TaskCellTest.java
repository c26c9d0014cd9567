package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.MailboxSettings;
import dev.interleave.kernel.Overflow;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskCellTest {
  private static final TaskProfile PROFILE =
      TaskProfile.of(
          new TaskSettings(
              4,
              3,
              Optional.of(Duration.ofNanos(50)),
              new MailboxSettings(2, Overflow.REJECT),
              Map.of(),
              TaskSettings.DEFAULT.restart()));

  private final TaskCell task = of(PROFILE);

  private static TaskCell of(TaskProfile profile) {
    return new TaskCell(7, "a", profile, true, (cell, left) -> {});
  }

  private static Effect effect(long offset) {
    return new Effect(offset) {
      @Override
      void happen() {}
    };
  }

  private void offer(Object content, long order, long at) {
    task.offer(Cells.message(content), order, at);
  }

  @Test
  void itIsWhatItsSettingsSay() {
    assertThat(task.id()).isEqualTo(7);
    assertThat(task.name()).isEqualTo("a");
    assertThat(task).hasToString("a");
    assertThat(task.priority()).isEqualTo(4);
    assertThat(task.weight()).isEqualTo(3);
  }

  @Test
  void itsDeadlineIsRelativeToItsRelease() {
    task.release(1, 100);
    assertThat(task.released()).isEqualTo(100);
    assertThat(task.deadline()).isEqualTo(150);
    TaskCell without = of(TaskProfile.UNBOUNDED);
    without.release(1, 100);
    assertThat(without.deadline()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void itIsReleasedByItsOldestMessage() {
    offer("one", 3, 30);
    offer("two", 4, 40);
    task.release(9, 90);
    assertThat(task.releaseOrder).isEqualTo(3);
    assertThat(task.released()).isEqualTo(30);
  }

  @Test
  void itIsFullWhenAsManyWaitAsMay() {
    offer("one", 1, 1);
    assertThat(task.isFull()).isFalse();
    offer("two", 2, 1);
    assertThat(task.isFull()).isTrue();
  }

  @Test
  void withoutABoundItIsNeverFull() {
    TaskCell unbounded = of(TaskProfile.UNBOUNDED);
    unbounded.offer(Cells.message("one"), 1, 1);
    assertThat(unbounded.isFull()).isFalse();
  }

  @Test
  void effectsHappenInTheOrderInWhichTheyWereDone() {
    Effect first = effect(1);
    Effect second = effect(2);
    task.defer(first);
    task.defer(second);
    assertThat(task.takeEffect()).isSameAs(first);
    Effect third = effect(3);
    task.defer(third);
    assertThat(task.takeEffect()).isSameAs(second);
    assertThat(task.takeEffect()).isSameAs(third);
    assertThat(task.takeEffect()).isNull();
    task.defer(first);
    assertThat(task.takeEffect()).isSameAs(first);
  }

  @Test
  void whatWasDroppedNeverHappens() {
    task.defer(effect(1));
    task.dropEffects();
    assertThat(task.takeEffect()).isNull();
    Effect later = effect(2);
    task.defer(later);
    assertThat(task.takeEffect()).isSameAs(later);
  }

  @Test
  void itOwesNothingWhenAllIsServedAndAllHasHappened() {
    task.beginTurn(1);
    assertThat(task.owesNothing()).isTrue();
    task.owed = 5;
    assertThat(task.owesNothing()).isFalse();
    task.served = 5;
    assertThat(task.served()).isEqualTo(5);
    assertThat(task.owesNothing()).isTrue();
    task.defer(effect(5));
    assertThat(task.owesNothing()).isFalse();
  }

  @Test
  void aTurnBeginsWithNothingOwedAndNothingServed() {
    task.owed = 5;
    task.served = 4;
    task.beginTurn(9);
    assertThat(task.inTurn).isTrue();
    assertThat(task.turn).isEqualTo(9);
    assertThat(task.owed).isZero();
    assertThat(task.served()).isZero();
  }

  @Test
  void aJobGoesOnBeforeTheNextMessage() {
    offer("one", 1, 1);
    Envelope resume = Cells.message("resume");
    task.resume = resume;
    assertThat(task.peekNext()).isSameAs(resume);
    assertThat(task.takeNext()).isSameAs(resume);
    assertThat(content(task.peekNext())).isEqualTo("one");
    assertThat(content(task.takeNext())).isEqualTo("one");
    assertThat(task.takeNext()).isNull();
  }

  private static @Nullable Object content(@Nullable Envelope envelope) {
    return envelope == null ? null : envelope.message();
  }

  @Test
  void asAMessageQueueItGivesWhatItGot() {
    task.enqueue(ActorRef.noSender(), Cells.message("one"));
    assertThat(task.hasMessages()).isTrue();
    assertThat(task.numberOfMessages()).isEqualTo(1);
    assertThat(content(task.dequeue())).isEqualTo("one");
    assertThat(task.hasMessages()).isFalse();
    assertThat(task.dequeue()).isNull();
  }

  @Test
  void theOldestThatMayBeLostIsTaken() {
    offer("one", 1, 1);
    offer("two", 2, 1);
    assertThat(content(task.pollOldest(sent -> sent.message().equals("two")))).isEqualTo("two");
    assertThat(task.pollOldest(sent -> sent.message().equals("two"))).isNull();
  }

  @Test
  void theTypeOfAMessageIsKnownForEachOfThem() {
    MessageTypes types = new MessageTypes(Trace.on(), 3);
    MessageType text = task.typeOf("text", types);
    MessageType number = task.typeOf(5, types);
    assertThat(number).isNotEqualTo(text);
    assertThat(task.typeOf("other", types)).isEqualTo(text);
    assertThat(task.typeOf(6, types)).isEqualTo(number);
  }

  @Test
  void tasksOfOneComponentArePartners() {
    assertThat(task.isPartnerOf(of(PROFILE))).isTrue();
    assertThat(task.isPartnerOf(of(TaskProfile.UNBOUNDED))).isFalse();
  }

  @Test
  void itKeepsTheNoteOfItsPolicy() {
    List<String> note = task.note(ArrayList::new);
    note.add("kept");
    assertThat(task.<List<String>>note(ArrayList::new)).isSameAs(note);
  }

  @Test
  void whatItUsedIsKept() {
    assertThat(task.lastCore()).isEqualTo(-1);
    task.lastCore = 2;
    task.cpu = 11;
    assertThat(task.lastCore()).isEqualTo(2);
    assertThat(task.cpu()).isEqualTo(11);
  }

  @Test
  void whatIsLeftAtItsEndGoesWhereItsCleanerSends() {
    TaskCell graves = of(TaskProfile.UNBOUNDED);
    Envelope left = Cells.message("left");
    TaskCell ending =
        new TaskCell(8, "b", PROFILE, true, (cell, deadLetters) -> deadLetters.accept(left));
    ending.cleanUp(ActorRef.noSender(), graves);
    assertThat(graves.poll()).isSameAs(left);
  }
}
