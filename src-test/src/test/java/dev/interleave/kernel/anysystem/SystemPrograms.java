package dev.interleave.kernel.anysystem;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.delivery.ConsumerController;
import org.apache.pekko.actor.typed.delivery.ProducerController;
import org.apache.pekko.actor.typed.delivery.WorkPullingProducerController;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** Reliable delivery, event stream, coordinated shutdown, classic actors. */
@SuppressWarnings("unchecked") // generic message types have no class of their own
final class SystemPrograms {
  private static final int JOBS = 20;

  private SystemPrograms() {}

  static Map<String, Program> all() {
    Map<String, Program> all = new TreeMap<>();
    all.put("delivery", SystemPrograms::delivery);
    all.put("work-pulling", SystemPrograms::workPulling);
    all.put("event-stream", SystemPrograms::eventStream);
    all.put("shutdown", SystemPrograms::shutdown);
    all.put("classic", SystemPrograms::classic);
    return all;
  }

  private static Behavior<ConsumerController.Delivery<String>> consumer(
      ActorRef<ConsumerController.Command<String>> controller, Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          controller.tell(new ConsumerController.Start<>(context.getSelf()));
          return Behaviors.receiveMessage(
              delivery -> {
                out.accept(
                    context.getSelf().path().parent().name()
                        + "/"
                        + context.getSelf().path().name()
                        + " "
                        + delivery.message());
                delivery.confirmTo().tell(ConsumerController.confirmed());
                return Behaviors.same();
              });
        });
  }

  private static Behavior<Object> delivery(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          ActorRef<ConsumerController.Command<String>> consumer =
              context.spawn(ConsumerController.create(), "consumer-controller");
          context.spawn(consumer(consumer, out), "consumer");
          ActorRef<ProducerController.Command<String>> producer =
              context.spawn(
                  ProducerController.create(String.class, "producer", java.util.Optional.empty()),
                  "producer-controller");
          producer.tell(
              new ProducerController.Start<>(
                  context.messageAdapter(
                      (Class<ProducerController.RequestNext<String>>)
                          (Class<?>) ProducerController.RequestNext.class,
                      next -> next)));
          producer.tell(new ProducerController.RegisterConsumer<>(consumer));
          return producing(0);
        });
  }

  private static Behavior<Object> producing(int sent) {
    return Behaviors.receiveMessage(
        message -> {
          if (sent == JOBS) {
            return Behaviors.stopped();
          }
          ActorRef<String> next =
              message instanceof ProducerController.RequestNext<?> one
                  ? ((ProducerController.RequestNext<String>) one).sendNextTo()
                  : ((WorkPullingProducerController.RequestNext<String>) message).sendNextTo();
          next.tell("job" + sent);
          return producing(sent + 1);
        });
  }

  private static Behavior<Object> workPulling(Consumer<String> out) {
    ServiceKey<ConsumerController.Command<String>> key =
        ServiceKey.create(
            (Class<ConsumerController.Command<String>>) (Class<?>) ConsumerController.Command.class,
            "pulling");
    return Behaviors.setup(
        context -> {
          for (int i = 0; i < 6; i++) {
            ActorRef<ConsumerController.Command<String>> controller =
                context.spawn(ConsumerController.create(key), "controller" + i);
            context.spawn(consumer(controller, out), "worker" + i);
          }
          ActorRef<WorkPullingProducerController.Command<String>> producer =
              context.spawn(
                  WorkPullingProducerController.create(
                      String.class, "producer", key, java.util.Optional.empty()),
                  "producer");
          producer.tell(
              new WorkPullingProducerController.Start<>(
                  context.messageAdapter(
                      (Class<WorkPullingProducerController.RequestNext<String>>)
                          (Class<?>) WorkPullingProducerController.RequestNext.class,
                      next -> next)));
          return producing(0);
        });
  }

  private record News(String text) {}

  private static Behavior<String> eventStream(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          var events = context.getSystem().eventStream();
          for (int i = 0; i < 6; i++) {
            Behavior<News> reader =
                Behaviors.receive(
                    (self, news) -> {
                      out.accept(self.getSelf().path().name() + " " + news.text());
                      return Behaviors.same();
                    });
            events.tell(
                new EventStream.Subscribe<>(News.class, context.spawn(reader, "reader" + i)));
          }
          events.tell(new EventStream.Publish<>(new News("one")));
          events.tell(new EventStream.Publish<>(new News("two")));
          context.scheduleOnce(Duration.ofSeconds(1), context.getSelf(), "end");
          return Behaviors.receiveMessage(message -> Behaviors.stopped());
        });
  }

  private static Behavior<String> shutdown(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          CoordinatedShutdown shutdown = CoordinatedShutdown.get(context.getSystem());
          for (int i = 0; i < 4; i++) {
            int number = i;
            shutdown.addTask(
                CoordinatedShutdown.PhaseServiceStop(),
                "task" + i,
                () -> {
                  out.accept("task " + number);
                  return CompletableFuture.completedFuture(Done.getInstance());
                });
          }
          shutdown.addTask(
              CoordinatedShutdown.PhaseBeforeServiceUnbind(),
              "never",
              () -> new CompletableFuture<>());
          context.scheduleOnce(Duration.ofSeconds(1), context.getSelf(), "end");
          return Behaviors.receiveMessage(
              message -> {
                context.getSystem().terminate();
                return Behaviors.same();
              });
        });
  }

  private static Behavior<String> classic(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          org.apache.pekko.actor.ActorRef old =
              Adapter.actorOf(context, Props.create(Echo.class, Echo::new), "echo");
          Adapter.watch(context, old);
          old.tell("hello", Adapter.toClassic(context.getSelf()));
          old.tell(1, Adapter.toClassic(context.getSelf()));
          return Behaviors.receive(String.class)
              .onAnyMessage(
                  message -> {
                    out.accept(message);
                    if (message.equals("int")) {
                      Adapter.stop(context, old);
                    }
                    return Behaviors.same();
                  })
              .onSignal(org.apache.pekko.actor.typed.Terminated.class, gone -> Behaviors.stopped())
              .build();
        });
  }

  private static final class Echo extends AbstractActor {
    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(String.class, text -> getSender().tell(text, getSelf()))
          .match(Integer.class, number -> getSender().tell("int", getSelf()))
          .build();
    }
  }
}
