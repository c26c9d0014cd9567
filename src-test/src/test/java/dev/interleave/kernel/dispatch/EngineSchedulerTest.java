package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scala.concurrent.ExecutionContext;

/** The scheduler of a system on two virtual cores. */
class EngineSchedulerTest {
  private final Stage stage = Stage.simulated(2, new Fifo());
  private final org.apache.pekko.actor.Scheduler scheduler =
      Adapter.toClassic(stage.system()).scheduler();
  private final ExecutionContext dispatcher = Adapter.toClassic(stage.system()).dispatcher();
  private final List<Long> seen = new ArrayList<>();

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private void note() {
    seen.add(stage.time().toMillis());
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aTimerGoesOffOnceAtItsTime() {
    Cancellable timer = scheduler.scheduleOnce(ms(5), this::note, dispatcher);
    stage.run();
    assertThat(seen).containsExactly(5L);
    assertThat(timer.cancel()).isFalse();
  }

  @Test
  @SuppressWarnings("deprecation") // it is still there
  void aPeriodicOneGoesOffUntilItIsCancelled() {
    Cancellable timer = scheduler.schedule(ms(1), ms(2), this::note, dispatcher);
    stage.at(ms(6), timer::cancel);
    stage.run();
    assertThat(seen).containsExactly(1L, 3L, 5L);
  }

  @Test
  @SuppressWarnings("deprecation") // it is still there
  void anIntervalIsMoreThanZero() {
    assertThatThrownBy(() -> scheduler.schedule(ms(1), ms(0), this::note, dispatcher))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("interval must be more than zero");
  }

  @Test
  void whatATimerCannotHandOverIsReportedAndTheMachineGoesOn() {
    List<Throwable> reported = new ArrayList<>();
    IllegalStateException refused = new IllegalStateException("refused");
    ExecutionContext refusing =
        new ExecutionContext() {
          @Override
          public void execute(Runnable work) {
            throw refused;
          }

          @Override
          public void reportFailure(Throwable cause) {
            reported.add(cause);
          }
        };
    scheduler.scheduleOnce(ms(1), this::note, refusing);
    scheduler.scheduleOnce(ms(2), this::note, dispatcher);
    assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
    assertThat(reported).containsExactly(refused);
    assertThat(seen).containsExactly(2L);
  }

  @Test
  void whatATimerDoesWrongIsLoggedAndTheMachineGoesOn() {
    scheduler.scheduleOnce(
        ms(1),
        () -> {
          throw new IllegalStateException("wrong");
        },
        dispatcher);
    scheduler.scheduleOnce(ms(2), this::note, dispatcher);
    assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
    assertThat(seen).containsExactly(2L);
  }

  @Test
  void whatATimerMayNotThrowFailsTheRun() {
    scheduler.scheduleOnce(
        ms(1),
        () -> {
          throw new LinkageError("broken");
        },
        dispatcher);
    assertThat(stage.run()).isEqualTo(Engine.Halt.FAILED);
    assertThat(stage.engine().failure()).startsWith("java.lang.LinkageError: broken (");
  }

  @Test
  void theWorkOfAnotherMachineIsDoneThere() {
    try (Stage other = Stage.simulated(1, new Fifo())) {
      ExecutionContext elsewhere = Adapter.toClassic(other.system()).dispatcher();
      scheduler.scheduleOnce(ms(1), this::note, elsewhere);
      stage.run();
      assertThat(seen).isEmpty();
      other.run();
      assertThat(seen).containsExactly(1L);
    }
  }

  @Test
  void aRunEndsWithItsSystem() {
    stage.at(ms(1), stage.system()::terminate);
    stage.at(ms(2), this::note);
    assertThat(stage.run()).isEqualTo(Engine.Halt.HALTED);
    assertThat(seen).isEmpty();
  }

  @Test
  void itIsAsFineAsTheClock() {
    assertThat(scheduler.maxFrequency()).isEqualTo(1e9);
  }

  @Test
  void aClosedOneTakesNothingMore() {
    stage.close();
    assertThatThrownBy(() -> scheduler.scheduleOnce(ms(1), this::note, dispatcher))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the scheduler is closed");
  }
}
