package dev.interleave.kernel.anysystem;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.stream.DelayOverflowStrategy;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** Pekko Streams: stages with clocks, with futures, and with several inputs. */
final class StreamPrograms {
  private static final Duration MS = Duration.ofMillis(1);

  private StreamPrograms() {}

  static Map<String, Program> all() {
    Map<String, Program> all = new TreeMap<>();
    all.put("stream-map-async", stream(StreamPrograms::mapAsync));
    all.put("stream-map-async-unordered", stream(StreamPrograms::mapAsyncUnordered));
    all.put("stream-throttle", stream(system -> numbers(20).throttle(3, Duration.ofSeconds(1))));
    all.put("stream-tick", stream(system -> ticks().take(10)));
    all.put(
        "stream-grouped-within",
        stream(system -> ticks().groupedWithin(4, MS.multipliedBy(25)).take(5)));
    all.put(
        "stream-merge",
        stream(
            system ->
                numbers(30).merge(numbers(30).map(i -> -i)).merge(ticks().take(3).map(i -> 0))));
    all.put(
        "stream-merge-prioritized",
        stream(system -> numbers(99).mergePrioritized(numbers(99).map(i -> -i), 1, 2, false)));
    all.put(
        "stream-delay",
        stream(
            system ->
                numbers(9).delay(Duration.ofSeconds(2), DelayOverflowStrategy.backpressure())));
    all.put(
        "stream-idle-time-out",
        stream(system -> numbers(3).concat(Source.maybe()).idleTimeout(Duration.ofSeconds(5))));
    all.put(
        "stream-keep-alive",
        stream(system -> ticks().keepAlive(MS.multipliedBy(4), () -> "alive").take(20)));
    all.put("stream-async", stream(system -> numbers(50).async().map(i -> i + 1).async()));
    all.put(
        "stream-drop-within", stream(system -> ticks().dropWithin(MS.multipliedBy(35)).take(5)));
    return all;
  }

  private static Program stream(Function<ActorSystem<?>, Source<?, ?>> source) {
    return out -> Behaviors.<String>setup(context -> running(context, source, out));
  }

  private static Behavior<String> running(
      ActorContext<String> context,
      Function<ActorSystem<?>, Source<?, ?>> source,
      Consumer<String> out) {
    CompletionStage<?> end =
        source
            .apply(context.getSystem())
            .runWith(Sink.foreach(each -> out.accept("" + each)), context.getSystem());
    context.pipeToSelf(
        end, (done, failure) -> failure == null ? "done" : failure.getClass().getSimpleName());
    return Behaviors.receiveMessage(
        message -> {
          out.accept(message);
          return Behaviors.stopped();
        });
  }

  private static Source<Integer, NotUsed> numbers(int count) {
    return Source.range(1, count);
  }

  private static Source<Object, Cancellable> ticks() {
    return Source.tick(MS, MS.multipliedBy(10), (Object) "tick");
  }

  private static Source<?, ?> mapAsync(ActorSystem<?> system) {
    return numbers(30).mapAsync(4, i -> later(system, i));
  }

  private static Source<?, ?> mapAsyncUnordered(ActorSystem<?> system) {
    return numbers(30).mapAsyncUnordered(4, i -> later(system, i));
  }

  private static CompletionStage<Integer> later(ActorSystem<?> system, int number) {
    return Patterns.after(
        MS.multipliedBy(number * 7 % 5),
        system.classicSystem(),
        () -> CompletableFuture.supplyAsync(() -> number, system.executionContext()));
  }
}
