package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Scene;
import dev.interleave.stage.Telling;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On virtual time a driver may not wait for the wall clock: nothing else runs meanwhile. */
@Timeout(60)
class BlockingDriversTest {

  @FunctionalInterface
  private interface Wait {
    void begin() throws InterruptedException;
  }

  private static String failure(Wait wait) {
    Doing driver =
        Doing.each(
            (context, message) -> {
              try {
                wait.begin();
              } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
              }
              return Behaviors.same();
            });
    Outcome outcome =
        new Scene(Machine.Simulated.of(1, 1), new Fifo())
            .driver("driver", driver)
            .program("teller", Telling.all("driver now"), "driver")
            .run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
    return outcome.failure().orElseThrow();
  }

  @Test
  void aWaitThatAnInterruptEndsFailsTheRunAndIsNamed() {
    assertThat(failure(() -> new CountDownLatch(1).await()))
        .matches(
            "leak: driver blocks in CountDownLatch.await at 00:00:00\\.000"
                + " \\(BlockingDriversTest\\.java:\\d+\\)");
  }

  @Test
  void aWaitThatNothingEndsFailsTheRunAndIsNamed() {
    assertThat(failure(() -> new CompletableFuture<String>().join()))
        .startsWith("leak: driver blocks in CompletableFuture.join at 00:00:00.000");
  }
}
