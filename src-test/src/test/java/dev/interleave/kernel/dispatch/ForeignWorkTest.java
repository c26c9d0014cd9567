package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForeignWorkTest {
  private final Stage stage = Stage.simulated(1, new Fifo());
  private final ActorRef one = Adapter.toClassic(stage.task("one", Behaviors.empty()));
  private final ActorRef two = Adapter.toClassic(stage.task("two", Behaviors.empty()));
  private final ForeignWork foreign = new ForeignWork();
  private int looks;

  @BeforeEach
  void fiveLooks() {
    foreign.grace(Duration.ofMillis(5));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private boolean comesAt(int look) {
    return ++looks >= look;
  }

  private static boolean never() {
    return false;
  }

  @Test
  void withoutAnythingBegunThereIsOneLook() {
    assertThat(foreign.wordComesInTime(() -> comesAt(2))).isFalse();
    assertThat(foreign.wordComesAfterAll(() -> comesAt(2), 0)).isTrue();
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void aThreadIsWaitedForUntilItSpeaksOrTheGraceIsOver() {
    foreign.threadMade();
    assertThat(foreign.wordComesInTime(() -> comesAt(3))).isTrue();
    looks = 0;
    assertThat(foreign.wordComesInTime(() -> comesAt(100))).isFalse();
    assertThat(looks).isEqualTo(6);
    looks = 0;
    assertThat(foreign.wordComesAfterAll(() -> comesAt(3), 0)).isTrue();
  }

  @Test
  void whatHasBeenAnnouncedIsNotWaitedFor() {
    foreign.threadMade();
    foreign.threadsAnnounced(1);
    assertThat(foreign.wordComesInTime(() -> comesAt(2))).isFalse();
  }

  @Test
  void whoIsAnnouncedWithoutHavingBeenMadeByAHandlerStandsForNoOtherThread() {
    foreign.threadsAnnounced(1);
    foreign.threadMade();
    assertThat(foreign.wordComesInTime(() -> comesAt(3))).isTrue();
  }

  @Test
  void theMachineStandsStillMeanwhileAndForgetsAnInterrupt() {
    foreign.threadMade();
    Thread.currentThread().interrupt();
    boolean[] waits = {false};
    foreign.wordComesInTime(() -> waits[0] |= foreign.isWaiting());
    assertThat(waits[0]).isTrue();
    assertThat(foreign.isWaiting()).isFalse();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aFutureIsWaitedForUntilItHasCome() {
    CompletableFuture<String> future = new CompletableFuture<>();
    foreign.pipes(() -> one, future);
    assertThat(foreign.open()).extracting(PipedFuture::who).containsExactly(one);
    assertThat(foreign.wordComesInTime(() -> comesAt(3))).isTrue();
    looks = 0;
    assertThat(foreign.wordComesAfterAll(() -> comesAt(100), 0)).isFalse();
    assertThat(looks).isEqualTo(6);
    future.complete("there");
    assertThat(foreign.open()).isEmpty();
    assertThat(foreign.wordComesInTime(ForeignWorkTest::never)).isFalse();
  }

  @Test
  void whatHasComeOrCannotBeAskedIsNotWaitedFor() {
    foreign.pipes(() -> one, CompletableFuture.completedFuture("there"));
    foreign.pipes(() -> one, CompletableFuture.completedStage("there").thenApply(it -> it));
    CompletionStage<String> minimal = new CompletableFuture<String>().minimalCompletionStage();
    foreign.pipes(() -> two, minimal);
    assertThat(foreign.open()).extracting(PipedFuture::who).containsExactly(two);
  }

  @Test
  void whatComesOfAnAnswerMayStayAwayWhenTheRunEndsForAReasonOfItsOwn() {
    foreign.pipes(() -> one, new EngineStep<>());
    assertThat(foreign.wordComesAfterAll(() -> comesAt(2), 0)).isFalse();
    assertThat(foreign.wordComesInTime(() -> comesAt(3))).isTrue();
  }

  @Test
  void theAnswerToAQuestionIsTheMachinesOwn() {
    foreign.pipes(() -> one, new EngineFuture<>(scala.concurrent.Promise.<String>apply().future()));
    assertThat(foreign.open()).isEmpty();
  }

  @Test
  void manyThatHaveComeAreForgottenAndNoneThatHasNot() {
    CompletableFuture<String> first = new CompletableFuture<>();
    foreign.pipes(() -> two, first);
    for (int i = 0; i < 100; i++) {
      CompletableFuture<String> next = new CompletableFuture<>();
      foreign.pipes(() -> one, next);
      next.complete("there");
    }
    assertThat(foreign.open()).extracting(PipedFuture::who).containsExactly(two);
  }

  /** Of a thread with no line of the program. */
  private String toldBy(ActorRef receiver) {
    CompletableFuture<String> told = new CompletableFuture<>();
    new Thread(() -> told.complete(foreign.leak(receiver, 1_000_000)), "pool-1").start();
    return told.join();
  }

  @Test
  void aLeakIsToldWithTheLineThatBeganToWaitForIt() {
    String leak = "leak: thread \"pool-1\" sent to one at 00:00:00.001";
    CompletableFuture<String> future = new CompletableFuture<>();
    foreign.pipes(() -> one, future);
    assertThat(toldBy(one)).isEqualTo(leak);
    future.complete("there");
    String line = toldBy(one).substring(leak.length());
    assertThat(line).matches(" \\(\\w+\\.java:\\d+\\)");
    assertThat(toldBy(two)).doesNotContain("(");
    assertThat(toldBy(null)).isEqualTo("leak: thread \"pool-1\" submitted work at 00:00:00.001");
  }

  @Test
  void whatNeverComesIsToldWithItsLine() {
    foreign.pipes(() -> one, new CompletableFuture<>());
    assertThat(foreign.open().get(0).told(1_000_000))
        .matches("one still waits at 00:00:00\\.001 for a future .* \\(\\w+\\.java:\\d+\\)");
  }
}
