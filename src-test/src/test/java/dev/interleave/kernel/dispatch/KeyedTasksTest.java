package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.property.Seeded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyedTasksTest {
  /** Tasks in the order of their entry: sorting is stable. */
  private final List<TaskCell> expected = new ArrayList<>();

  private final KeyedTasks keyed = new KeyedTasks();

  private @Nullable TaskCell least() {
    return expected.stream()
        .min(
            Comparator.<TaskCell>comparingLong(task -> task.key)
                .thenComparingLong(task -> task.releaseOrder))
        .orElse(null);
  }

  @Test
  void itGivesByKeyThenReleaseThenEntry() {
    Seeded.cases(50, seeded -> new KeyedTasksTest().likeASortedList(seeded));
  }

  private void likeASortedList(Seeded seeded) {
    List<TaskCell> outside = Cells.some(60, seeded);
    for (int i = 0; i < 400; i++) {
      if (seeded.chance(0.55) && !outside.isEmpty()) {
        enters(outside.remove(seeded.between(0, outside.size() - 1)), seeded.between(-2, 2));
      } else if (seeded.chance(0.4) && !expected.isEmpty()) {
        TaskCell task = expected.remove(seeded.between(0, expected.size() - 1));
        assertThat(keyed.remove(task)).isTrue();
        outside.add(task);
      } else {
        poll(outside);
      }
      looksAsExpected();
    }
  }

  private void enters(TaskCell task, long key) {
    keyed.add(key, task);
    expected.add(task);
  }

  private void poll(List<TaskCell> outside) {
    TaskCell least = least();
    assertThat(keyed.poll()).isSameAs(least);
    if (least != null) {
      expected.remove(least);
      outside.add(least);
    }
  }

  private void looksAsExpected() {
    assertThat(keyed.size()).isEqualTo(expected.size());
    assertThat(keyed.peek()).isSameAs(least());
    List<TaskCell> visited = new ArrayList<>();
    keyed.each(visited::add);
    assertThat(visited).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatIsNotInItCannotBeTakenOut() {
    keyed.add(1, Cells.named("a"));
    assertThat(keyed.remove(Cells.named("b"))).isFalse();
    assertThat(keyed.size()).isEqualTo(1);
  }

  @Test
  void norOutOfAFullOne() {
    for (int i = 0; i < 16; i++) {
      keyed.add(i, Cells.named("task-" + i));
    }
    assertThat(keyed.remove(Cells.named("stranger"))).isFalse();
  }

  @Test
  void norOutOfOneThatWasFilledBackwards() {
    for (int i = 0; i <= 16; i++) {
      keyed.add(-i, Cells.named("task-" + i));
    }
    assertThat(keyed.remove(Cells.named("stranger"))).isFalse();
  }
}
