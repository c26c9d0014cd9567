package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.property.Seeded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimersTest {
  private final VirtualTimers timers = new VirtualTimers();
  private final List<VirtualTimer> started = new ArrayList<>();

  private record Expected(long at, int issue, VirtualTimer timer) {}

  private VirtualTimer start(long at) {
    VirtualTimer timer = new VirtualTimer(timers, () -> {}, 0);
    timers.add(timer, at);
    started.add(timer);
    return timer;
  }

  private void startMany(int count) {
    for (int i = 0; i < count; i++) {
      start(i);
    }
  }

  private void cancel(int from, int to) {
    started.subList(from, to).forEach(VirtualTimer::cancel);
  }

  @Test
  void whenThereIsNoneTheNextIsNever() {
    assertThat(timers.nextAt()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theyComeByTimeAndThenByIssueWhateverIsCancelled() {
    Seeded.cases(100, VirtualTimersTest::likeASortedList);
  }

  private static void likeASortedList(Seeded seeded) {
    VirtualTimers timers = new VirtualTimers();
    List<Expected> waiting = new ArrayList<>();
    double cancelling = seeded.oneOf(List.of(0.0, 0.1, 0.45));
    for (int i = 0; i < 600; i++) {
      if (seeded.chance(0.55)) {
        VirtualTimer timer = new VirtualTimer(timers, () -> {}, 0);
        long at = seeded.between(0, 50);
        timers.add(timer, at);
        waiting.add(new Expected(at, i, timer));
      } else if (seeded.chance(cancelling) && !waiting.isEmpty()) {
        waiting.remove(seeded.between(0, waiting.size() - 1)).timer.cancel();
      } else {
        takeNext(timers, waiting);
      }
    }
    while (!waiting.isEmpty()) {
      takeNext(timers, waiting);
    }
    assertThat(timers.nextAt()).isEqualTo(Long.MAX_VALUE);
  }

  private static void takeNext(VirtualTimers timers, List<Expected> waiting) {
    Expected next =
        waiting.stream()
            .min(Comparator.comparingLong(Expected::at).thenComparingInt(Expected::issue))
            .orElse(null);
    assertThat(timers.nextAt()).isEqualTo(next == null ? Long.MAX_VALUE : next.at);
    if (next != null) {
      assertThat(timers.poll()).isSameAs(next.timer);
      waiting.remove(next);
    }
  }

  @Test
  void whatIsLeftAfterManyWereCancelledComesInOrder() {
    Seeded.cases(
        20,
        seeded -> {
          VirtualTimers many = new VirtualTimers();
          List<Expected> waiting = new ArrayList<>();
          for (int i = 0; i < 400; i++) {
            VirtualTimer timer = new VirtualTimer(many, () -> {}, 0);
            long at = seeded.between(0, 200);
            many.add(timer, at);
            waiting.add(new Expected(at, i, timer));
          }
          for (int i = 0; i < 300; i++) {
            waiting.remove(seeded.between(0, waiting.size() - 1)).timer.cancel();
          }
          while (!waiting.isEmpty()) {
            takeNext(many, waiting);
          }
        });
  }

  @Test
  void whatWasCancelledBeforeItsStartNeverComes() {
    VirtualTimer timer = new VirtualTimer(timers, () -> {}, 0);
    timer.cancel();
    timers.add(timer, 5);
    assertThat(timers.nextAt()).isEqualTo(Long.MAX_VALUE);
    assertThat(timers.held()).isZero();
  }

  @Test
  void cancelledOnesAreForgottenOnceTheyAreMoreThanHalf() {
    startMany(200);
    cancel(0, 100);
    assertThat(timers.held()).isEqualTo(200);
    cancel(100, 101);
    assertThat(timers.held()).isEqualTo(99);
  }

  @Test
  void aFewCancelledOnesAreNotWorthTheWork() {
    startMany(66);
    cancel(0, 64);
    assertThat(timers.held()).isEqualTo(66);
    cancel(64, 65);
    assertThat(timers.held()).isEqualTo(1);
  }

  @Test
  void countingBeginsAgainOnceTheyAreForgotten() {
    startMany(100);
    cancel(0, 65);
    startMany(100);
    cancel(100, 150);
    assertThat(timers.held()).isEqualTo(135);
  }

  @Test
  void whoseTimeCameCancelledIsNotCountedAnyMore() {
    for (int i = 0; i < 32; i++) {
      start(0).cancel();
      assertThat(timers.nextAt()).isEqualTo(Long.MAX_VALUE);
    }
    startMany(100);
    cancel(32, 34);
    assertThat(timers.held()).isEqualTo(100);
  }

  @Test
  void whatCameIsNotCountedWhenItIsCancelledLater() {
    startMany(200);
    List<VirtualTimer> came = new ArrayList<>();
    for (int i = 0; i < 66; i++) {
      timers.nextAt();
      came.add(timers.poll());
    }
    came.forEach(VirtualTimer::cancel);
    cancel(66, 67);
    assertThat(timers.held()).isEqualTo(134);
  }
}
