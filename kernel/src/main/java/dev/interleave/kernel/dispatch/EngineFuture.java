package dev.interleave.kernel.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;
import scala.util.Failure;
import scala.util.Success;
import scala.util.Try;

/**
 * What Scala's futures become in Java, with steps that stay on the engine: Scala's own version runs
 * each step on the common pool, so that {@code ask} of Pekko's Java DSL would leave the machine.
 * {@link FutureSteps} puts this class in the place of Scala's.
 *
 * @param <T> the value
 */
public final class EngineFuture<T> extends EngineStep<T> implements Function1<Try<T>, BoxedUnit> {
  private final Future<T> wrapped;

  /** A future with the result of {@code wrapped}. */
  public EngineFuture(Future<T> wrapped) {
    this.wrapped = wrapped;
  }

  /** The future that this one is the Java side of. */
  public Future<T> wrapped() {
    return wrapped;
  }

  @Override
  public boolean isAnswer() {
    return true;
  }

  @Override
  public BoxedUnit apply(Try<T> result) {
    if (result instanceof Success<T> success) {
      complete(success.value());
    } else {
      completeExceptionally(((Failure<T>) result).exception());
    }
    return BoxedUnit.UNIT;
  }

  @Override
  public <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> fn) {
    return thenApplyAsync(fn);
  }

  @Override
  public CompletableFuture<Void> thenAccept(Consumer<? super T> fn) {
    return thenAcceptAsync(fn);
  }

  @Override
  public CompletableFuture<Void> thenRun(Runnable fn) {
    return thenRunAsync(fn);
  }

  @Override
  public <U, V> CompletableFuture<V> thenCombine(
      CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn) {
    return thenCombineAsync(other, fn);
  }

  @Override
  public <U> CompletableFuture<Void> thenAcceptBoth(
      CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> fn) {
    return thenAcceptBothAsync(other, fn);
  }

  @Override
  public CompletableFuture<Void> runAfterBoth(CompletionStage<?> other, Runnable fn) {
    return runAfterBothAsync(other, fn);
  }

  @Override
  public <U> CompletableFuture<U> applyToEither(
      CompletionStage<? extends T> other, Function<? super T, U> fn) {
    return applyToEitherAsync(other, fn);
  }

  @Override
  public CompletableFuture<Void> acceptEither(
      CompletionStage<? extends T> other, Consumer<? super T> fn) {
    return acceptEitherAsync(other, fn);
  }

  @Override
  public CompletableFuture<Void> runAfterEither(CompletionStage<?> other, Runnable fn) {
    return runAfterEitherAsync(other, fn);
  }

  @Override
  public <U> CompletableFuture<U> thenCompose(
      Function<? super T, ? extends CompletionStage<U>> fn) {
    return thenComposeAsync(fn);
  }

  @Override
  public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> fn) {
    return whenCompleteAsync(fn);
  }

  @Override
  public <U> CompletableFuture<U> handle(
      BiFunction<? super T, @Nullable Throwable, ? extends U> fn) {
    return handleAsync(fn);
  }

  @Override
  public CompletableFuture<T> exceptionally(Function<Throwable, ? extends T> fn) {
    return exceptionallyAsync(fn);
  }

  @Override
  public CompletableFuture<T> toCompletableFuture() {
    return this;
  }

  @Override
  public void obtrudeValue(T value) {
    throw new UnsupportedOperationException("the Scala future behind this one has its value");
  }

  @Override
  public void obtrudeException(Throwable failure) {
    throw new UnsupportedOperationException("the Scala future behind this one has its value");
  }
}
