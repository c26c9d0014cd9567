package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Function0;
import scala.concurrent.BlockContext;
import scala.concurrent.BlockContext$;
import scala.concurrent.CanAwait;
import scala.concurrent.Future;
import scala.concurrent.Promise;
import scala.runtime.BoxedUnit;
import scala.util.Failure;
import scala.util.Success;

/** The steps of a future of Pekko's on a simulated machine. */
class EngineFutureTest {
  private final SimulatedEngine engine =
      new SimulatedEngine(Machine.Simulated.of(1, 7), new Fifo(), Trace.off());
  private final EngineFuture<String> future = new EngineFuture<>(Promise.<String>apply().future());
  private final List<Object> seen = new ArrayList<>();

  @BeforeEach
  void enter() {
    CurrentEngine.set(engine);
  }

  @AfterEach
  void leave() {
    engine.leave();
  }

  private static CompletionStage<String> other() {
    return CompletableFuture.completedFuture("other");
  }

  private static CompletionStage<String> never() {
    return new CompletableFuture<>();
  }

  /** Every way to go on with the value, and what it gives. */
  enum Step {
    THEN_APPLY("value!"),
    THEN_ACCEPT(null),
    THEN_RUN(null),
    THEN_COMBINE("value other"),
    THEN_ACCEPT_BOTH(null),
    RUN_AFTER_BOTH(null),
    APPLY_TO_EITHER("value!"),
    ACCEPT_EITHER(null),
    RUN_AFTER_EITHER(null),
    THEN_COMPOSE("other"),
    WHEN_COMPLETE("value"),
    HANDLE("value!");

    final Object gives;

    Step(Object gives) {
      this.gives = gives;
    }
  }

  private CompletableFuture<?> after(CompletableFuture<String> it, Step step) {
    Function<String, String> loud =
        value -> {
          seen.add(value);
          return value + "!";
        };
    return switch (step) {
      case THEN_APPLY -> it.thenApply(loud);
      case THEN_ACCEPT -> it.thenAccept(seen::add);
      case THEN_RUN -> it.thenRun(() -> seen.add("value"));
      case THEN_COMBINE ->
          it.thenCombine(
              other(),
              (a, b) -> {
                seen.add(a);
                return a + " " + b;
              });
      case THEN_ACCEPT_BOTH -> it.thenAcceptBoth(other(), (a, b) -> seen.add(a));
      case RUN_AFTER_BOTH -> it.runAfterBoth(other(), () -> seen.add("value"));
      case APPLY_TO_EITHER -> it.applyToEither(never(), loud);
      case ACCEPT_EITHER -> it.acceptEither(never(), seen::add);
      case RUN_AFTER_EITHER -> it.runAfterEither(never(), () -> seen.add("value"));
      case THEN_COMPOSE ->
          it.thenCompose(
              a -> {
                seen.add(a);
                return other();
              });
      case WHEN_COMPLETE -> it.whenComplete((a, failure) -> seen.add(a));
      case HANDLE -> it.handle((a, failure) -> loud.apply(a));
    };
  }

  @ParameterizedTest
  @EnumSource
  void aStepIsWorkOfTheMachine(Step step) {
    CompletableFuture<?> next = after(future, step);
    future.apply(new Success<>("value"));
    assertThat(seen).isEmpty();
    assertThat(next).isNotDone();
    engine.runSystemWork();
    assertThat(seen).containsExactly("value");
    assertThat(next).isInstanceOf(EngineStep.class).isCompletedWithValue(cast(step.gives));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // whatever it gives
  private static <T> T cast(Object value) {
    return (T) value;
  }

  @Test
  void aFailureIsPassedOnAndItsStepIsWorkOfTheMachine() {
    CompletableFuture<String> next = future.exceptionally(Throwable::getMessage);
    future.apply(new Failure<>(new IllegalStateException("broken")));
    assertThat(next).isNotDone();
    engine.runSystemWork();
    assertThat(next).isCompletedWithValue("broken");
    assertThatThrownBy(future::join).isInstanceOf(CompletionException.class);
  }

  @Test
  void itIsItsOwnJavaSideAndKnowsItsScalaSide() {
    Future<String> scala = Promise.<String>apply().future();
    EngineFuture<String> java = new EngineFuture<>(scala);
    assertThat(java.toCompletableFuture()).isSameAs(java);
    assertThat(java.isAnswer()).isTrue();
    assertThat(new EngineStep<>().isAnswer()).isFalse();
    assertThat(java.wrapped()).isSameAs(scala);
    assertThat(java.apply(new Success<>("value"))).isSameAs(BoxedUnit.UNIT);
  }

  @Test
  void itsValueCannotBeReplaced() {
    assertThatThrownBy(() -> future.obtrudeValue("other"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> future.obtrudeException(new IllegalStateException()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void elsewhereItsStepsAreOfTheCommonPool() {
    assertThat(future.defaultExecutor()).isNotSameAs(ForkJoinPool.commonPool());
    engine.leave();
    assertThat(future.defaultExecutor()).isSameAs(new CompletableFuture<>().defaultExecutor());
  }

  /** What a wait gives when somebody who is told of it brings the value. */
  private String waited(Callable<String> wait) {
    BlockContext bringsIt =
        new BlockContext() {
          @Override
          public <T> T blockOn(Function0<T> thunk, CanAwait permission) {
            seen.add("waits");
            future.apply(new Success<>("value"));
            return thunk.apply();
          }
        };
    return BlockContext$.MODULE$.withBlockContext(bringsIt, () -> called(wait));
  }

  private static String called(Callable<String> wait) {
    try {
      return wait.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private List<Callable<String>> waits() {
    return List.of(future::get, () -> future.get(1, TimeUnit.MINUTES), future::join);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aWaitForItIsTold(int way) {
    assertThat(waited(waits().get(way))).isEqualTo("value");
    assertThat(seen).containsExactly("waits");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void whatIsThereIsGivenWithoutAWait(int way) {
    future.apply(new Success<>("value"));
    assertThat(waited(waits().get(way))).isEqualTo("value");
    assertThat(seen).isEmpty();
  }
}
