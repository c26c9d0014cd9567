package dev.interleave.kernel.anysystem;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.GroupRouter;
import org.apache.pekko.actor.typed.javadsl.PoolRouter;
import org.apache.pekko.actor.typed.javadsl.Routers;
import org.apache.pekko.actor.typed.pubsub.Topic;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** Receptionist, topic, routers. */
final class RoutingPrograms {
  private static final int MANY = 8;
  private static final ServiceKey<String> KEY = ServiceKey.create(String.class, "workers");

  private RoutingPrograms() {}

  static Map<String, Program> all() {
    Map<String, Program> all = new TreeMap<>();
    all.put("receptionist", RoutingPrograms::receptionist);
    all.put("topic", RoutingPrograms::topic);
    all.put("pool-random", out -> pool(PoolRouter::withRandomRouting, out));
    all.put("pool-round-robin", out -> pool(PoolRouter::withRoundRobinRouting, out));
    all.put("pool-hashing", out -> pool(it -> it.withConsistentHashingRouting(10, m -> m), out));
    all.put("group-random", out -> group(GroupRouter::withRandomRouting, out));
    all.put("group-round-robin", out -> group(GroupRouter::withRoundRobinRouting, out));
    all.put("group-hashing", out -> group(it -> it.withConsistentHashingRouting(10, m -> m), out));
    return all;
  }

  private static Behavior<String> worker(Consumer<String> out) {
    return Behaviors.receive(
        (context, message) -> {
          out.accept(context.getSelf().path().name() + " " + message);
          return message.equals("stop") ? Behaviors.stopped() : Behaviors.same();
        });
  }

  private static Behavior<Object> receptionist(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          var receptionist = context.getSystem().receptionist();
          receptionist.tell(
              Receptionist.subscribe(
                  KEY, context.messageAdapter(Receptionist.Listing.class, listing -> listing)));
          for (int i = 0; i < MANY; i++) {
            ActorRef<String> worker = context.spawn(worker(out), "worker" + i);
            receptionist.tell(Receptionist.register(KEY, worker));
            context.scheduleOnce(Duration.ofSeconds(i + 1), worker, "stop");
          }
          context.scheduleOnce(Duration.ofMinutes(1), context.getSelf(), "end");
          return Behaviors.receive(Object.class)
              .onMessage(
                  Receptionist.Listing.class,
                  listing -> {
                    StringBuilder names = new StringBuilder("listing");
                    for (ActorRef<String> each : listing.getServiceInstances(KEY)) {
                      names.append(' ').append(each.path().name());
                      each.tell("listed");
                    }
                    out.accept(names.toString());
                    return Behaviors.same();
                  })
              .onMessageEquals("end", Behaviors::stopped)
              .build();
        });
  }

  private static Behavior<String> topic(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          ActorRef<Topic.Command<String>> topic =
              context.spawn(Topic.create(String.class, "news"), "topic");
          for (int i = 0; i < MANY; i++) {
            topic.tell(Topic.subscribe(context.spawn(worker(out), "reader" + i)));
          }
          context.scheduleOnce(Duration.ofSeconds(1), topic, Topic.publish("first"));
          context.scheduleOnce(Duration.ofSeconds(2), topic, Topic.publish("stop"));
          context.scheduleOnce(Duration.ofSeconds(3), topic, Topic.publish("nobody"));
          context.scheduleOnce(Duration.ofSeconds(4), context.getSelf(), "end");
          return Behaviors.receiveMessage(message -> Behaviors.stopped());
        });
  }

  private static Behavior<String> pool(
      UnaryOperator<PoolRouter<String>> routing, Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          ActorRef<String> pool =
              context.spawn(routing.apply(Routers.pool(MANY, worker(out))), "pool");
          return sending(pool, context.getSelf(), context::scheduleOnce);
        });
  }

  private interface Later {
    void send(Duration after, ActorRef<String> to, String message);
  }

  private static Behavior<String> sending(
      ActorRef<String> router, ActorRef<String> self, Later later) {
    for (int i = 0; i < 40; i++) {
      later.send(Duration.ofMillis(i + 10), router, i % 13 == 12 ? "stop" : "m" + i);
    }
    later.send(Duration.ofMinutes(1), self, "end");
    return Behaviors.receiveMessage(message -> Behaviors.stopped());
  }

  private static Behavior<String> group(
      UnaryOperator<GroupRouter<String>> routing, Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          for (int i = 0; i < MANY; i++) {
            ActorRef<String> worker = context.spawn(worker(out), "worker" + i);
            context.getSystem().receptionist().tell(Receptionist.register(KEY, worker));
          }
          ActorRef<String> group = context.spawn(routing.apply(Routers.group(KEY)), "group");
          return sending(group, context.getSelf(), context::scheduleOnce);
        });
  }
}
