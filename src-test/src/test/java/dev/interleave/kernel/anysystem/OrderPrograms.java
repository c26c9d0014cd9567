package dev.interleave.kernel.anysystem;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.SharedKillSwitch;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** Pekko goes through sets of things that have no hash code but the platform's. */
final class OrderPrograms {
  private static final int MANY = 12;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private OrderPrograms() {}

  static Map<String, Program> all() {
    Map<String, Program> all = new TreeMap<>();
    all.put("shutdown-tasks", out -> atEnd(context -> shutdownTasks(context, out)));
    all.put("stream-kill-switch", out -> atEnd(context -> killSwitch(context, out)));
    all.put("stream-flat-map-merge", out -> atEnd(context -> flatMapMerge(context, out)));
    all.put("stream-group-by", out -> atEnd(context -> groupBy(context, out)));
    return all;
  }

  /** Does it, and ends later. */
  private static Behavior<String> atEnd(Consumer<ActorContext<String>> body) {
    return Behaviors.setup(
        context -> {
          body.accept(context);
          context.scheduleOnce(SECOND.multipliedBy(9), context.getSelf(), "over");
          return Behaviors.receiveMessage(over -> Behaviors.stopped());
        });
  }

  private static void shutdownTasks(ActorContext<String> context, Consumer<String> out) {
    CoordinatedShutdown shutdown = CoordinatedShutdown.get(context.getSystem().classicSystem());
    for (int i = 0; i < MANY; i++) {
      String task = "task " + i;
      shutdown.addTask("service-stop", task, () -> said(task, out));
    }
  }

  private static CompletionStage<Done> said(String task, Consumer<String> out) {
    out.accept(task);
    return CompletableFuture.completedFuture(Done.getInstance());
  }

  /** All end at one instant. */
  private static void killSwitch(ActorContext<String> context, Consumer<String> out) {
    SharedKillSwitch all = KillSwitches.shared("all");
    for (int i = 0; i < MANY; i++) {
      heard(i, out).via(all.<Integer>flow()).runWith(Sink.ignore(), context.getSystem());
    }
    context
        .getSystem()
        .scheduler()
        .scheduleOnce(SECOND, all::shutdown, context.getExecutionContext());
  }

  /** One that never gives anything; its end is heard. */
  private static Source<Integer, NotUsed> heard(int number, Consumer<String> out) {
    return Source.<Integer>maybe()
        .watchTermination(
            (left, end) -> {
              end.whenComplete((done, failure) -> out.accept(number + " ends"));
              return NotUsed.getInstance();
            });
  }

  private static void flatMapMerge(ActorContext<String> context, Consumer<String> out) {
    Source.range(1, MANY)
        .flatMapMerge(MANY, number -> heard(number, out))
        .takeWithin(SECOND)
        .runWith(Sink.ignore(), context.getSystem());
  }

  /** Constants of an enum have the platform's hash codes as well. */
  private static void groupBy(ActorContext<String> context, Consumer<String> out) {
    DayOfWeek[] days = DayOfWeek.values();
    Source.range(0, 99)
        .map(number -> Pair.create(days[number % days.length], number))
        .groupBy(days.length, Pair::first)
        .fold("", (text, pair) -> pair.first() + " " + pair.second())
        .mergeSubstreams()
        .toMat(Sink.foreach(out::accept), Keep.right())
        .run(context.getSystem());
  }
}
