package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.interleave.kernel.time.VirtualClock;
import dev.interleave.property.Seeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunQueuesTest {
  private final VirtualClock clock = new VirtualClock();
  private final List<String> later = new ArrayList<>();
  private int streams;
  private final RunQueues queues =
      new RunQueues(
          2,
          clock,
          () -> {
            streams++;
            return new Random(5);
          },
          (delay, task) -> later.add(task.name() + " " + delay.toMillis()));
  private final CoreQueue shared = queues.shared();

  private final List<TaskCell> front = new ArrayList<>();
  private final List<TaskCell> keyed = new ArrayList<>();
  private final List<TaskCell> placed = new ArrayList<>();

  @Test
  void firstComesBeforeKeysAndKeysBeforeLast() {
    Seeded.cases(50, seeded -> new RunQueuesTest().likeThreeLists(seeded));
  }

  private void likeThreeLists(Seeded seeded) {
    for (int i = 0; i < 200; i++) {
      if (seeded.chance(0.55)) {
        place(Cells.named("task-" + i), seeded.between(0, 4));
      } else if (seeded.chance(0.3) && !expected().isEmpty()) {
        remove(seeded.oneOf(expected()));
      } else {
        take();
      }
      looksAsExpected();
    }
  }

  private void place(TaskCell task, int how) {
    if (how == 0) {
      shared.first(task);
      front.add(0, task);
    } else if (how < 3) {
      shared.by(how, task);
      keyed.add(task);
      keyed.sort(Comparator.comparingLong(one -> one.key));
    } else {
      shared.last(task);
      placed.add(task);
    }
    assertThat(task.queue).isSameAs(shared);
  }

  private List<TaskCell> expected() {
    List<TaskCell> all = new ArrayList<>(front);
    all.addAll(keyed);
    all.addAll(placed);
    return all;
  }

  private void take() {
    List<TaskCell> expected = expected();
    TaskCell head = expected.isEmpty() ? null : expected.get(0);
    assertThat(shared.take()).isSameAs(head);
    if (head != null) {
      isOut(head);
    }
  }

  private void remove(TaskCell task) {
    shared.remove(task);
    isOut(task);
  }

  private void isOut(TaskCell task) {
    assertThat(task.queue).isNull();
    front.remove(task);
    keyed.remove(task);
    placed.remove(task);
  }

  private void looksAsExpected() {
    List<TaskCell> expected = expected();
    assertThat(shared.size()).isEqualTo(expected.size());
    assertThat(queues.total).isEqualTo(expected.size());
    assertThat(shared.head()).isSameAs(expected.isEmpty() ? null : expected.get(0));
    List<TaskCell> visited = new ArrayList<>();
    queues.each(visited::add);
    assertThat(visited).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void noTaskIsPlacedTwice() {
    TaskCell task = Cells.named("a");
    shared.last(task);
    assertThatIllegalStateException()
        .isThrownBy(() -> queues.of(1).last(task))
        .withMessage("the policy placed a twice");
  }

  @Test
  void whatIsNotInAQueueIsNotTakenOutOfIt() {
    TaskCell elsewhere = Cells.named("a");
    queues.of(0).last(elsewhere);
    shared.remove(elsewhere);
    assertThat(elsewhere.queue).isSameAs(queues.of(0));
    assertThat(queues.total).isEqualTo(1);
  }

  @Test
  void eachCoreHasItsOwn() {
    TaskCell own = Cells.named("own");
    TaskCell common = Cells.named("common");
    shared.of(1).last(own);
    shared.last(common);
    assertThat(shared.cores()).isEqualTo(2);
    assertThat(queues.of(0).take()).isNull();
    List<TaskCell> visited = new ArrayList<>();
    queues.each(visited::add);
    assertThat(visited).containsExactly(common, own);
    assertThat(queues.of(1).take()).isSameAs(own);
    assertThat(queues.total).isEqualTo(1);
  }

  @Test
  void anywhereDrawsFromOneStream() {
    List<TaskCell> some = List.of(Cells.named("a"), Cells.named("b"), Cells.named("c"));
    Random drawn = new Random(5);
    List<TaskCell> order = new ArrayList<>();
    for (TaskCell task : some) {
      shared.anywhere(task);
      order.add(task);
      Collections.swap(order, drawn.nextInt(order.size()), order.size() - 1);
    }
    List<TaskCell> visited = new ArrayList<>();
    shared.each(visited::add);
    assertThat(visited).containsExactlyElementsOf(order);
    assertThat(streams).isEqualTo(1);
  }

  @Test
  void whoIsKeptBackIsInNoQueue() {
    TaskCell task = Cells.named("a");
    shared.later(Duration.ofMillis(3), task);
    assertThat(later).containsExactly("a 3");
    assertThat(queues.total).isZero();
  }

  @Test
  void theTimeIsTheClocks() {
    clock.moveTo(9);
    assertThat(shared.now()).isEqualTo(9);
  }
}
