package dev.interleave.kernel.anysystem;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Timers of all kinds, receive time-outs, the scheduler. */
final class TimePrograms {
  private TimePrograms() {}

  static Map<String, Program> all() {
    Map<String, Program> all = new TreeMap<>();
    all.put("timers", TimePrograms::timers);
    all.put("receive-time-out", TimePrograms::receiveTimeOut);
    all.put("scheduler", TimePrograms::scheduler);
    return all;
  }

  private static Behavior<String> timers(Consumer<String> out) {
    return Behaviors.withTimers(
        timers -> {
          timers.startSingleTimer("single", "single", Duration.ofMillis(35));
          timers.startTimerAtFixedRate("rate", "rate", Duration.ofMillis(10));
          timers.startTimerWithFixedDelay("delay", "delay", Duration.ofMillis(15));
          timers.startTimerAtFixedRate("late", Duration.ofMillis(5), Duration.ofMillis(20));
          timers.startSingleTimer("never", "never", Duration.ofMillis(50));
          timers.startSingleTimer("end", "end", Duration.ofDays(1));
          int[] rates = {0};
          return Behaviors.receiveMessage(
              message -> {
                out.accept(message);
                if (message.equals("single")) {
                  timers.cancel("never");
                  timers.startSingleTimer("single", "again", Duration.ofMillis(20));
                }
                if (message.equals("rate") && ++rates[0] == 10) {
                  timers.cancelAll();
                  timers.startSingleTimer("end", Duration.ofHours(3));
                }
                return message.equals("end") ? Behaviors.stopped() : Behaviors.same();
              });
        });
  }

  private static Behavior<String> receiveTimeOut(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          context.setReceiveTimeout(Duration.ofSeconds(2), "idle");
          context.scheduleOnce(Duration.ofSeconds(1), context.getSelf(), "one");
          context.scheduleOnce(Duration.ofMillis(2500), context.getSelf(), "two");
          return Behaviors.receiveMessage(
              message -> {
                out.accept(message);
                return message.equals("idle") ? Behaviors.stopped() : Behaviors.same();
              });
        });
  }

  private static Behavior<String> scheduler(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          var scheduler = context.getSystem().scheduler();
          var executor = context.getExecutionContext();
          Cancellable rate =
              scheduler.scheduleAtFixedRate(
                  Duration.ofMillis(3),
                  Duration.ofMillis(7),
                  () -> context.getSelf().tell("rate"),
                  executor);
          scheduler.scheduleWithFixedDelay(
              Duration.ZERO, Duration.ofMillis(4), () -> context.getSelf().tell("delay"), executor);
          scheduler.scheduleOnce(Duration.ofMillis(30), rate::cancel, executor);
          scheduler.scheduleOnce(
              Duration.ofMillis(60), () -> context.getSelf().tell("end"), executor);
          return Behaviors.receiveMessage(
              message -> {
                out.accept(message);
                return message.equals("end") ? Behaviors.stopped() : Behaviors.same();
              });
        });
  }
}
