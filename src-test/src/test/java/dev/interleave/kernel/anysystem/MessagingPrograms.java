package dev.interleave.kernel.anysystem;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.BehaviorInterceptor;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.MailboxSelector;
import org.apache.pekko.actor.typed.TypedActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.StashBuffer;

/** Tell, stash, adapters, interceptors, selectors of dispatchers and mailboxes. */
final class MessagingPrograms {
  private static final int ROUNDS = 50;

  private MessagingPrograms() {}

  static Map<String, Program> all() {
    Map<String, Program> all = new TreeMap<>();
    all.put("tell", MessagingPrograms::tell);
    all.put("stash", MessagingPrograms::stash);
    all.put("adapter", MessagingPrograms::adapter);
    all.put("interceptor", MessagingPrograms::interceptor);
    all.put("selectors", MessagingPrograms::selectors);
    return all;
  }

  private record Ball(int bounces, ActorRef<Ball> from) {}

  private static Behavior<String> tell(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          for (int i = 0; i < 4; i++) {
            ActorRef<Ball> one = context.spawn(player(context.getSelf(), out), "one" + i);
            ActorRef<Ball> two = context.spawn(player(context.getSelf(), out), "two" + i);
            one.tell(new Ball(ROUNDS + i, two));
          }
          return countDown(4);
        });
  }

  static Behavior<String> countDown(int left) {
    return Behaviors.receiveMessage(done -> left == 1 ? Behaviors.stopped() : countDown(left - 1));
  }

  private static Behavior<Ball> player(ActorRef<String> done, Consumer<String> out) {
    return Behaviors.receive(
        (context, ball) -> {
          if (ball.bounces() == 0) {
            out.accept(context.getSelf().path().name() + " has it");
            done.tell("done");
          } else {
            ball.from().tell(new Ball(ball.bounces() - 1, context.getSelf()));
          }
          return Behaviors.same();
        });
  }

  private static Behavior<String> stash(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          for (int i = 0; i < 10; i++) {
            context.getSelf().tell("m" + i);
          }
          context.scheduleOnce(Duration.ofSeconds(1), context.getSelf(), "open");
          return Behaviors.withStash(100, buffer -> closed(buffer, out));
        });
  }

  private static Behavior<String> closed(StashBuffer<String> buffer, Consumer<String> out) {
    return Behaviors.receiveMessage(
        message -> {
          if (message.equals("open")) {
            return buffer.unstashAll(opened(out));
          }
          buffer.stash(message);
          return Behaviors.same();
        });
  }

  private static Behavior<String> opened(Consumer<String> out) {
    return Behaviors.receiveMessage(
        message -> {
          out.accept(message);
          return message.equals("m9") ? Behaviors.stopped() : Behaviors.same();
        });
  }

  private static Behavior<String> adapter(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          ActorRef<Integer> numbers = context.messageAdapter(Integer.class, i -> "n" + i);
          ActorRef<Double> doubles = context.messageAdapter(Double.class, d -> "d" + d);
          ActorRef<String> child =
              context.spawn(
                  Behaviors.receiveMessage(
                      text -> {
                        numbers.tell(text.length());
                        doubles.tell(text.length() / 2.0);
                        return Behaviors.same();
                      }),
                  "child");
          child.tell("abc");
          child.tell("abcde");
          return Behaviors.receiveMessage(
              message -> {
                out.accept(message);
                return message.equals("d2.5") ? Behaviors.stopped() : Behaviors.same();
              });
        });
  }

  private static Behavior<String> interceptor(Consumer<String> out) {
    Behavior<String> inner =
        Behaviors.receiveMessage(
            message -> {
              out.accept(message);
              return message.equals("B") ? Behaviors.stopped() : Behaviors.same();
            });
    return Behaviors.setup(
        context -> {
          ActorRef<String> child =
              context.spawn(Behaviors.intercept(UpperCase::new, inner), "child");
          context.watchWith(child, "gone");
          child.tell("a");
          child.tell("b");
          return Behaviors.receiveMessage(message -> Behaviors.stopped());
        });
  }

  private static final class UpperCase extends BehaviorInterceptor<String, String> {
    UpperCase() {
      super(String.class);
    }

    @Override
    public Behavior<String> aroundReceive(
        TypedActorContext<String> context, String message, ReceiveTarget<String> target) {
      return target.apply(context, message.toUpperCase(java.util.Locale.ROOT));
    }
  }

  private static Behavior<String> selectors(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          Behavior<String> echo =
              Behaviors.receive(
                  (self, message) -> {
                    out.accept(self.getSelf().path().name() + " " + message);
                    context.getSelf().tell(message);
                    return Behaviors.same();
                  });
          ActorRef<String> blocking =
              context.spawn(echo, "blocking", DispatcherSelector.blocking());
          ActorRef<String> parent = context.spawn(echo, "same", DispatcherSelector.sameAsParent());
          ActorRef<String> bounded = context.spawn(echo, "bounded", MailboxSelector.bounded(3));
          ActorRef<String> urgent =
              context.spawn(echo, "urgent", MailboxSelector.fromConfig("urgent-mailbox"));
          ActorRef<String> own =
              context.spawn(echo, "own", DispatcherSelector.fromConfig("own-dispatcher"));
          for (int i = 0; i < 5; i++) {
            for (ActorRef<String> each :
                java.util.List.of(blocking, parent, bounded, urgent, own)) {
              each.tell((5 - i) + "");
            }
          }
          context.scheduleOnce(Duration.ofMinutes(1), context.getSelf(), "stop");
          return Behaviors.receiveMessage(
              message -> message.equals("stop") ? Behaviors.stopped() : Behaviors.same());
        });
  }
}
