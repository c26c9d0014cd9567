package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scala.concurrent.AwaitPermission$;
import scala.concurrent.BlockContext;

class Rule10LeaksTest {
  private final Stage stage = Stage.simulated(1, new Fifo());
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void close() {
    stage.close();
  }

  private Behavior<String> noting() {
    return Behaviors.receiveMessage(
        message -> {
          seen.add(message + "@" + stage.time().toMillis());
          return Behaviors.same();
        });
  }

  @Test
  void whatAForeignThreadSendsDuringARunFailsItAndNamesThreadAndTask() {
    ActorRef<String> task = stage.task("orders", noting());
    stage.at(
        Duration.ofMillis(4), () -> OtherThread.named("HikariPool-1", () -> task.tell("leak")));
    stage.at(Duration.ofMillis(5), () -> seen.add("went on"));
    assertThat(stage.run()).isEqualTo(Engine.Halt.FAILED);
    assertThat(stage.engine().failure()).contains("leak", "\"HikariPool-1\"", "orders");
    assertThat(seen).isEmpty();
  }

  @Test
  void whatIsSentWhileNobodyRunsIsTakenInOrder() {
    ActorRef<String> task = stage.task("orders", noting());
    OtherThread.named("one", () -> task.tell("first"));
    OtherThread.named("two", () -> task.tell("second"));
    task.tell("third");
    assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
    assertThat(seen).containsExactlyInAnyOrder("first@0", "second@0", "third@0");
    assertThat(seen.indexOf("first@0")).isLessThan(seen.indexOf("second@0"));
  }

  @Test
  void aSupplyOnTheSystemsOwnExecutorIsNoLeak() {
    ActorRef<String> task =
        stage.task(
            "orders",
            Behaviors.receive(
                (context, message) -> {
                  if (message.equals("go")) {
                    context.pipeToSelf(
                        CompletableFuture.supplyAsync(
                            () -> "supplied", context.getExecutionContext()),
                        (value, failure) -> value);
                  } else {
                    seen.add(message);
                  }
                  return Behaviors.same();
                }));
    task.tell("go");
    assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
    assertThat(seen).containsExactly("supplied");
  }

  @Test
  void aHandlerThatWaitsIsToldSoByWhatItWaitsFor() {
    stage
        .task(
            "orders",
            Behaviors.receiveMessage(
                message -> {
                  try {
                    BlockContext.current().blockOn(() -> "waited", AwaitPermission$.MODULE$);
                  } catch (IllegalStateException refused) {
                    seen.add(refused.getMessage());
                  }
                  return Behaviors.same();
                }))
        .tell("go");
    assertThat(stage.run()).isEqualTo(Engine.Halt.FAILED);
    assertThat(seen)
        .singleElement()
        .asString()
        .startsWith("leak: orders waits for a future in its handler")
        .isEqualTo(stage.engine().failure());
  }
}
