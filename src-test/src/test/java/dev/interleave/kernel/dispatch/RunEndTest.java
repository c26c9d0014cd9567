package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.dispatch.Engine.Halt;
import dev.interleave.kernel.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunEndTest {
  private static final long HOUR = 3_600_000_000_000L;

  private final VirtualClock clock = new VirtualClock();
  private final RunEnd end = new RunEnd(clock);

  @Test
  void itEndsWhenItIsHalted() {
    new Thread(end::halt).start();
    assertThat(end.await(HOUR, () -> false)).isEqualTo(Halt.HALTED);
  }

  @Test
  void itEndsAtItsTime() {
    clock.moveTo(HOUR);
    assertThat(end.await(HOUR, () -> false)).isEqualTo(Halt.UNTIL);
  }

  @Test
  void itEndsWhenItsTimeIsOver() {
    clock.moveTo(HOUR);
    assertThat(end.await(1, () -> false)).isEqualTo(Halt.UNTIL);
  }

  @Test
  void aFailureCountsHoweverItEnds() {
    assertThat(end.await(0, () -> true)).isEqualTo(Halt.FAILED);
    end.halt();
    assertThat(end.await(0, () -> true)).isEqualTo(Halt.FAILED);
  }

  @Test
  void anInterruptEndsItAndIsPassedOn() {
    Thread.currentThread().interrupt();
    assertThat(end.await(HOUR, () -> false)).isEqualTo(Halt.HALTED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aConditionIsLookedAtUntilItHolds() {
    AtomicInteger looks = new AtomicInteger();
    end.awaitCondition(() -> looks.incrementAndGet() == 3);
    assertThat(looks).hasValue(3);
  }

  @Test
  void anInterruptEndsTheWaitForACondition() {
    Thread.currentThread().interrupt();
    end.awaitCondition(() -> false);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatIsDoneOnAnotherThreadIsWaitedFor() {
    List<Thread> by = new ArrayList<>();
    end.onOtherThread(
        () -> by.add(Thread.currentThread()), action -> new Thread(action, "other").start());
    assertThat(by).singleElement().extracting(Thread::getName).isEqualTo("other");
  }
}
