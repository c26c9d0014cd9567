package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.property.Seeded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskHeapTest {
  /** Tasks in the order of their entry: sorting is stable. */
  private final List<TaskCell> expected = new ArrayList<>();

  private final TaskHeap heap = new TaskHeap();

  private @Nullable TaskCell least() {
    return expected.stream()
        .min(
            Comparator.<TaskCell>comparingLong(task -> task.key)
                .thenComparingLong(task -> task.releaseOrder))
        .orElse(null);
  }

  @Test
  void itGivesByKeyThenReleaseThenEntry() {
    Seeded.cases(50, seeded -> new TaskHeapTest().likeASortedList(seeded));
  }

  private void likeASortedList(Seeded seeded) {
    List<TaskCell> outside = Cells.some(60, seeded);
    for (int i = 0; i < 400; i++) {
      if (seeded.chance(0.55) && !outside.isEmpty()) {
        enters(outside.remove(seeded.between(0, outside.size() - 1)), seeded.between(-2, 2));
      } else if (seeded.chance(0.4) && !expected.isEmpty()) {
        TaskCell task = expected.remove(seeded.between(0, expected.size() - 1));
        assertThat(heap.remove(task)).isTrue();
        outside.add(task);
      } else {
        poll(outside);
      }
      looksAsExpected();
    }
  }

  private void enters(TaskCell task, long key) {
    heap.add(key, task);
    expected.add(task);
  }

  private void poll(List<TaskCell> outside) {
    TaskCell least = least();
    assertThat(heap.poll()).isSameAs(least);
    if (least != null) {
      expected.remove(least);
      outside.add(least);
    }
  }

  private void looksAsExpected() {
    assertThat(heap.size()).isEqualTo(expected.size());
    assertThat(heap.peek()).isSameAs(least());
    List<TaskCell> visited = new ArrayList<>();
    heap.each(visited::add);
    assertThat(visited).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatIsNotInItCannotBeTakenOut() {
    heap.add(1, Cells.named("a"));
    assertThat(heap.remove(Cells.named("b"))).isFalse();
    assertThat(heap.size()).isEqualTo(1);
  }

  @Test
  void norOutOfAFullOne() {
    for (int i = 0; i < 16; i++) {
      heap.add(i, Cells.named("task-" + i));
    }
    assertThat(heap.remove(Cells.named("stranger"))).isFalse();
  }
}
