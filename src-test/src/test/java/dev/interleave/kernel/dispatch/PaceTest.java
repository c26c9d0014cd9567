package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PaceTest {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long HOUR = 3_600_000_000_000L;

  private final Inlet inlet = new Inlet();

  private static Pace expecting(double speed) {
    Pace pace = new Pace(speed);
    pace.expect(1);
    pace.await(0, 0, new Inlet());
    return pace;
  }

  /** What a thread gets that waits until {@code action}. */
  private static long waitingUntil(Pace pace, ToLongFunction<Pace> wait, Runnable action) {
    CompletableFuture<Long> reached = new CompletableFuture<>();
    Thread machine = new Thread(() -> reached.complete(wait.applyAsLong(pace)));
    machine.start();
    Waits.untilItWaits(machine);
    assertThat(reached).isNotDone();
    action.run();
    return reached.join();
  }

  @Test
  void itIsLiveWhileSomebodyMaySpeak() {
    Pace pace = new Pace(1);
    assertThat(pace.live()).isFalse();
    pace.expect(1);
    pace.expect(1);
    pace.expect(-1);
    assertThat(pace.live()).isTrue();
    pace.expect(-1);
    assertThat(pace.live()).isFalse();
  }

  @Test
  void withoutAPaceTheNextThingIsThereAtOnce() {
    assertThat(expecting(0).await(5, HOUR, inlet)).isEqualTo(HOUR);
  }

  @Test
  void withoutAPaceWhatNeverComesIsWaitedForWhileTheClockStands() {
    Pace pace = expecting(0);
    assertThat(waitingUntil(pace, it -> it.await(5, NEVER, inlet), pace::wake)).isEqualTo(5);
    assertThat(waitingUntil(pace, it -> it.await(6, NEVER, inlet), () -> pace.expect(-1)))
        .isEqualTo(6);
  }

  @Test
  void whatArrivedBeforeIsNotWaitedFor() {
    inlet.push(() -> {});
    assertThat(expecting(0).await(5, NEVER, inlet)).isEqualTo(5);
    assertThat(expecting(1).await(0, HOUR, inlet)).isLessThan(HOUR);
  }

  @Test
  void virtualTimeComesWithTheWallClock() {
    Pace pace = expecting(2);
    long before = System.nanoTime();
    assertThat(pace.await(0, 20_000_000, inlet)).isEqualTo(20_000_000);
    pace.expect(-1);
    pace.expect(1);
    assertThat(pace.await(HOUR, 2 * HOUR, inlet)).isLessThan(2 * HOUR);
    assertThat(pace.await(HOUR, HOUR + 20_000_000, inlet)).isEqualTo(HOUR + 20_000_000);
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(10_000_000);
  }

  @Test
  void whoJoinsInSetsNoClockBack() {
    Pace pace = expecting(1e6);
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < 1_000_000) {
      Thread.onSpinWait();
    }
    pace.expect(1);
    assertThat(pace.await(0, NEVER - 1, inlet)).isGreaterThanOrEqualTo(1_000_000_000_000L);
  }

  @Test
  void itNeverGoesBack() {
    inlet.push(() -> {});
    Pace pace = expecting(1e-9);
    assertThat(pace.await(7, HOUR, inlet)).isEqualTo(7);
  }

  @Test
  void aWordEndsTheWaitForAMoment() {
    Pace pace = expecting(1e-3);
    assertThat(waitingUntil(pace, it -> it.await(0, HOUR, inlet), pace::wake)).isLessThan(HOUR);
    assertThat(waitingUntil(pace, it -> it.await(0, HOUR, inlet), () -> pace.expect(-1)))
        .isLessThan(HOUR);
  }

  @Test
  void aWordBeforeTheWaitEndsIt() {
    Pace pace = expecting(1e-3);
    pace.wake();
    assertThat(pace.await(0, HOUR, inlet)).isLessThan(HOUR);
  }
}
