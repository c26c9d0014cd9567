package dev.interleave.kernel.anysystem;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.ChildFailed;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Supervision, death watch, storms of spawning and stopping. */
final class LifePrograms {
  private static final int STORM = 200;

  private LifePrograms() {}

  static Map<String, Program> all() {
    Map<String, Program> all = new TreeMap<>();
    all.put("restart", out -> supervised(SupervisorStrategy.restart(), out));
    all.put("resume", out -> supervised(SupervisorStrategy.resume(), out));
    all.put("stop", out -> supervised(SupervisorStrategy.stop(), out));
    all.put(
        "restart-window",
        out -> supervised(SupervisorStrategy.restart().withLimit(2, Duration.ofSeconds(2)), out));
    all.put(
        "back-off",
        out ->
            supervised(
                SupervisorStrategy.restartWithBackoff(
                    Duration.ofMillis(200), Duration.ofSeconds(10), 0.3),
                out));
    all.put("nested", LifePrograms::nested);
    all.put("watch", LifePrograms::watch);
    all.put("death-pact", LifePrograms::deathPact);
    all.put("storm", LifePrograms::storm);
    return all;
  }

  private static Behavior<String> fragile(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          out.accept("starts");
          return Behaviors.receive(String.class)
              .onMessageEquals(
                  "break",
                  () -> {
                    throw new IllegalStateException("broken");
                  })
              .onAnyMessage(
                  message -> {
                    out.accept(message);
                    return Behaviors.same();
                  })
              .onSignal(PreRestart.class, signal -> noted("restarts", out))
              .onSignal(PostStop.class, signal -> noted("stops", out))
              .build();
        });
  }

  private static <T> Behavior<T> noted(String text, Consumer<String> out) {
    out.accept(text);
    return Behaviors.same();
  }

  private static Behavior<String> supervised(SupervisorStrategy strategy, Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          ActorRef<String> child =
              context.spawn(
                  Behaviors.supervise(fragile(out))
                      .onFailure(IllegalStateException.class, strategy),
                  "child");
          context.watch(child);
          for (int i = 0; i < 6; i++) {
            context.scheduleOnce(Duration.ofMillis(900L * i), child, "break");
            context.scheduleOnce(Duration.ofMillis(900L * i + 450), child, "m" + i);
          }
          context.scheduleOnce(Duration.ofMinutes(1), context.getSelf(), "end");
          return Behaviors.receive(String.class)
              .onMessageEquals("end", Behaviors::stopped)
              .onSignal(ChildFailed.class, gone -> noted("failed " + gone.getCause(), out))
              .build();
        });
  }

  private static Behavior<String> nested(Consumer<String> out) {
    Behavior<String> middle =
        Behaviors.setup(
            context -> {
              ActorRef<String> leaf = context.spawn(fragile(out), "leaf");
              context.watch(leaf);
              return Behaviors.receive(String.class)
                  .onAnyMessage(
                      message -> {
                        leaf.tell(message);
                        return Behaviors.same();
                      })
                  .build();
            });
    return Behaviors.setup(
        context -> {
          Behavior<String> inner =
              Behaviors.supervise(middle)
                  .onFailure(IllegalArgumentException.class, SupervisorStrategy.resume());
          ActorRef<String> top =
              context.spawn(
                  Behaviors.supervise(inner).onFailure(SupervisorStrategy.restart()), "top");
          for (int i = 0; i < 3; i++) {
            context.scheduleOnce(Duration.ofSeconds(i + 1), top, "break");
            context.scheduleOnce(Duration.ofSeconds(i + 1).plusMillis(1), top, "m" + i);
          }
          context.scheduleOnce(Duration.ofMinutes(1), context.getSelf(), "end");
          return Behaviors.receiveMessage(message -> Behaviors.stopped());
        });
  }

  private static Behavior<String> watch(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          ActorRef<String> victim =
              context.spawn(Behaviors.receiveMessage(message -> Behaviors.stopped()), "victim");
          for (int i = 0; i < 8; i++) {
            context.spawn(watcher(victim, context.getSelf(), out), "watcher" + i);
          }
          context.watchWith(victim, "watched with");
          context.scheduleOnce(Duration.ofSeconds(1), victim, "stop");
          return counting(9, out);
        });
  }

  private static Behavior<Void> watcher(
      ActorRef<?> victim, ActorRef<String> report, Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          context.watch(victim);
          return Behaviors.receive(Void.class)
              .onSignal(
                  Terminated.class,
                  gone -> {
                    out.accept(context.getSelf().path().name() + " saw it");
                    report.tell(context.getSelf().path().name());
                    return Behaviors.stopped();
                  })
              .build();
        });
  }

  private static Behavior<String> counting(int left, Consumer<String> out) {
    return Behaviors.receiveMessage(
        message -> {
          out.accept(message);
          return left == 1 ? Behaviors.stopped() : counting(left - 1, out);
        });
  }

  private static Behavior<String> deathPact(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          ActorRef<String> victim =
              context.spawn(Behaviors.receiveMessage(message -> Behaviors.stopped()), "victim");
          ActorRef<String> partner =
              context.spawn(
                  Behaviors.setup(
                      self -> {
                        self.watch(victim);
                        return Behaviors.receive(String.class)
                            .onSignal(PostStop.class, signal -> noted("partner stops", out))
                            .build();
                      }),
                  "partner");
          context.watch(partner);
          victim.tell("stop");
          return Behaviors.receive(String.class)
              .onSignal(
                  ChildFailed.class,
                  gone -> {
                    out.accept(gone.getCause().getClass().getSimpleName());
                    return Behaviors.stopped();
                  })
              .build();
        });
  }

  private static Behavior<String> storm(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          for (int i = 0; i < STORM; i++) {
            ActorRef<String> child = context.spawnAnonymous(grower(3));
            context.watchWith(child, child.path().name());
            child.tell("grow");
            if (i % 3 == 0) {
              context.stop(child);
            }
          }
          return counting(STORM, out);
        });
  }

  private static Behavior<String> grower(int depth) {
    return Behaviors.receive(
        (context, message) -> {
          if (depth > 0) {
            context.spawn(grower(depth - 1), "left").tell(message);
            context.spawn(grower(depth - 1), "right").tell(message);
            context.scheduleOnce(Duration.ofMillis(depth), context.getSelf(), "stop");
            return Behaviors.receiveMessage(next -> Behaviors.stopped());
          }
          return Behaviors.stopped();
        });
  }
}
