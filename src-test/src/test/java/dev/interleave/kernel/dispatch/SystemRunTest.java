package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.trace.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import scala.concurrent.BlockContext$;

/** The run of a system that came to its engine by configuration alone. */
@Timeout(60)
class SystemRunTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int MANY = 3_000;

  private final ConcurrentLinkedQueue<Object> seen = new ConcurrentLinkedQueue<>();
  private ActorSystem<String> system;

  private SystemRun start(Behavior<String> guardian, String settings) {
    system =
        ActorSystem.create(
            guardian,
            "shop",
            ConfigFactory.parseString(
                    "interleave.simulated {"
                        + settings
                        + "}, pekko { loglevel = OFF, stdout-loglevel = OFF }")
                .withFallback(ConfigFactory.load("interleave-simulated")));
    return ((EngineScheduler) Adapter.toClassic(system).scheduler()).run().orElseThrow();
  }

  /** Ticks every second, and ends at the third tick, or never. */
  private Behavior<String> ticking(int end) {
    return Behaviors.withTimers(
        timers -> {
          timers.startTimerAtFixedRate("tick", SECOND);
          return Behaviors.receiveMessage(
              tick -> {
                seen.add(tick);
                return seen.size() == end ? Behaviors.stopped() : Behaviors.same();
              });
        });
  }

  /** Tells a child "orders" of every word, and ends at the word "end". */
  private Behavior<String> passingOn() {
    return Behaviors.setup(
        context -> {
          var orders = context.spawn(Behaviors.<String>empty(), "orders");
          return Behaviors.receiveMessage(
              word -> {
                if (word.equals("end")) {
                  return Behaviors.stopped();
                }
                seen.add(word);
                orders.tell(word);
                return Behaviors.same();
              });
        });
  }

  @AfterEach
  void close() {
    if (system != null) {
      system.terminate();
    }
  }

  @Test
  void itEndsWithItsGuardian() {
    SystemRun run = start(ticking(3), "");
    SystemRun.Ended ended = run.await();
    assertThat(ended.why()).isEqualTo(Engine.Halt.HALTED);
    assertThat(ended.elapsed()).isEqualTo(SECOND.multipliedBy(3));
    assertThat(run.elapsed()).isEqualTo(ended.elapsed());
    assertThat(ended.leaks()).isEmpty();
    assertThat(ended.failure()).isEmpty();
    assertThat(ended.events()).isEmpty();
    assertThat(system.whenTerminated().isCompleted()).isTrue();
  }

  @Test
  void itEndsAtItsLatestEnd() {
    SystemRun.Ended ended = start(ticking(0), "until = 2500 ms").await();
    assertThat(ended.why()).isEqualTo(Engine.Halt.UNTIL);
    assertThat(ended.elapsed()).isEqualTo(Duration.ofMillis(2500));
    assertThat(seen).hasSize(2);
    assertThat(system.whenTerminated().isCompleted()).isTrue();
  }

  @Test
  void itEndsWhenNothingIsLeftAndNobodyMaySpeak() {
    SystemRun.Ended ended = start(Behaviors.empty(), "").await();
    assertThat(ended.why()).isEqualTo(Engine.Halt.NOTHING_LEFT);
  }

  @Test
  void itEndsWhenItsSystemIsTerminated() {
    SystemRun run = start(passingOn(), "");
    system.terminate();
    SystemRun.Ended ended = run.await();
    assertThat(ended.why()).isEqualTo(Engine.Halt.HALTED);
  }

  @Test
  void whatItsCreatorSaysIsHeardInOrder() {
    SystemRun run = start(passingOn(), "");
    List.of("one", "two", "end").forEach(system::tell);
    run.await();
    assertThat(seen).containsExactly("one", "two");
  }

  @Test
  void itsDigestIsOfItsEventsAndItsLastEventsAreKept() {
    SystemRun first = start(passingOn(), "events = 3");
    List.of("one", "two", "end").forEach(system::tell);
    SystemRun.Ended ended = first.await();
    assertThat(ended.events()).hasSize(3);
    assertThat(ended.events().get(2)).isInstanceOf(Event.Halted.class);
    SystemRun second = start(passingOn(), "events = 100");
    List.of("one", "two", "end").forEach(system::tell);
    SystemRun.Ended again = second.await();
    assertThat(again.digest()).isEqualTo(ended.digest()).isNotEmpty();
    assertThat(again.events()).endsWith(ended.events().toArray(Event[]::new)).hasSizeGreaterThan(3);
    SystemRun third = start(passingOn(), "");
    List.of("one", "end").forEach(system::tell);
    assertThat(third.await().digest()).isNotEqualTo(ended.digest());
  }

  @Test
  void aLeakFailsItOrIsCounted() {
    for (String leaks : List.of("fail", "count")) {
      SystemRun run = start(leaking(), "leaks = " + leaks);
      SystemRun.Ended ended = run.await();
      boolean fails = leaks.equals("fail");
      assertThat(ended.why()).isEqualTo(fails ? Engine.Halt.FAILED : Engine.Halt.HALTED);
      assertThat(ended.failure().isPresent()).isEqualTo(fails);
      assertThat(ended.leaks()).hasSize(1).isEqualTo(run.leaks());
      assertThat(ended.leaks().get(0)).startsWith("leak: thread \"pool-1\" sent to /user");
    }
  }

  /** Another thread tells it to end at 1 s, while it waits for that thread. */
  private Behavior<String> leaking() {
    return Behaviors.setup(
        context -> {
          context.scheduleOnce(SECOND, context.getSelf(), "go");
          return Behaviors.receiveMessage(
              word -> {
                if (word.equals("end")) {
                  return Behaviors.stopped();
                }
                Thread thread = new Thread(() -> context.getSelf().tell("end"), "pool-1");
                thread.start();
                Waits.untilItEnds(thread);
                return Behaviors.same();
              });
        });
  }

  @Test
  void itHasAThreadOfItsOwn() {
    SystemRun run =
        start(
            Behaviors.receiveMessage(
                word -> {
                  seen.add(Thread.currentThread().getName());
                  return Behaviors.stopped();
                }),
            "");
    system.tell("go");
    run.await();
    assertThat(seen).containsExactly("shop-machine");
  }

  @Test
  void itsCreatorIsNoMachineAfterwards() {
    SystemRun run = start(passingOn(), "");
    assertThat(CurrentEngine.get()).isNull();
    assertThat(CurrentEngine.virtualClock()).isNull();
    assertThat(BlockContext$.MODULE$.current()).isNotInstanceOf(Creation.class);
    system.tell("end");
    run.await();
  }

  @Test
  void theCreatorOfASystemThatIsNotTypedIsNoMachineAfterItsEnd() {
    for (int i = 0; i < 2; i++) {
      var classic =
          org.apache.pekko.actor.ActorSystem.create(
              "classic", ConfigFactory.load("interleave-simulated"));
      classic.terminate();
      ((EngineScheduler) classic.scheduler()).run().orElseThrow().await();
      assertThat(CurrentEngine.get()).isNull();
    }
    SystemRun run = start(passingOn(), "");
    assertThat(BlockContext$.MODULE$.current()).isNotInstanceOf(Creation.class);
    system.tell("end");
    run.await();
  }

  /** Has many children that do nothing. */
  private static Behavior<String> withChildren() {
    return Behaviors.setup(
        context -> {
          for (int i = 0; i < MANY; i++) {
            context.spawn(Behaviors.<String>empty(), "child-" + i);
          }
          return Behaviors.ignore();
        });
  }

  @Test
  void whatOnlyComesToRestAfterTheEndIsNoPartOfIt() {
    SystemRun.Ended ended = start(withChildren(), "events = 3, until = 1 s").await();
    assertThat(ended.why()).isEqualTo(Engine.Halt.NOTHING_LEFT);
    assertThat(ended.events()).hasSize(3);
    assertThat(ended.events().get(2)).isInstanceOf(Event.Halted.class);
    assertThat(system.whenTerminated().isCompleted()).isTrue();
  }

  @Test
  void whatWaitsForTheTerminationIsDoneBeforeTheEnd() {
    SystemRun run = start(withChildren(), "");
    system
        .whenTerminated()
        .onComplete(done -> seen.add("terminated"), Adapter.toClassic(system).dispatcher());
    run.await();
    assertThat(seen).containsExactly("terminated");
  }

  @Test
  void itsEndIsToldToTheLog() {
    Logger log = (Logger) LoggerFactory.getLogger("dev.interleave.simulated");
    Level before = log.getLevel();
    ListAppender<ILoggingEvent> told = new ListAppender<>();
    told.start();
    log.addAppender(told);
    log.setLevel(Level.INFO);
    SystemRun.Ended ended = start(ticking(3), "").await();
    log.setLevel(before);
    log.detachAppender(told);
    assertThat(told.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "shop: HALTED after 00:00:03.000 of virtual time, digest "
                + ended.digest()
                + ", 0 leaks");
  }
}
