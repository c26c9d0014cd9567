package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.property.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaskDequeTest {
  private final List<TaskCell> expected = new ArrayList<>();
  private final TaskDeque deque = new TaskDeque();

  @Test
  void itIsLikeAList() {
    Seeded.cases(50, seeded -> new TaskDequeTest().likeAList(seeded));
  }

  private void likeAList(Seeded seeded) {
    for (int i = 0; i < 400; i++) {
      if (seeded.chance(0.6)) {
        add(Cells.named("task-" + i), seeded.between(0, 2));
      } else if (seeded.chance(0.3) && !expected.isEmpty()) {
        assertThat(deque.remove(expected.remove(seeded.between(0, expected.size() - 1)))).isTrue();
      } else {
        assertThat(deque.poll()).isSameAs(expected.isEmpty() ? null : expected.remove(0));
      }
      looksAsExpected();
    }
  }

  private void add(TaskCell task, int how) {
    if (how == 0) {
      deque.addFirst(task);
      expected.add(0, task);
    } else {
      expected.add(task);
    }
    if (how == 1) {
      deque.addLast(task);
    }
    if (how == 2) {
      int place = new Random(expected.size()).nextInt(expected.size());
      deque.addAnywhere(task, new Random(expected.size()));
      Collections.swap(expected, place, expected.size() - 1);
    }
  }

  private void looksAsExpected() {
    assertThat(deque.size()).isEqualTo(expected.size());
    assertThat(deque.peek()).isSameAs(expected.isEmpty() ? null : expected.get(0));
    List<TaskCell> visited = new ArrayList<>();
    deque.each(visited::add);
    assertThat(visited).containsExactlyElementsOf(expected);
  }

  @Test
  void whatIsNotInItCannotBeTakenOut() {
    deque.addLast(Cells.named("a"));
    assertThat(deque.remove(Cells.named("b"))).isFalse();
    assertThat(deque.size()).isEqualTo(1);
  }
}
