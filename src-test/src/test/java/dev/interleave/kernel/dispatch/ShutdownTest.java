package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import dev.interleave.property.Seeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.DeadLetter;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.FunctionRef;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.runtime.BoxedUnit;

/**
 * A system is shut down while foreign threads send to it, and they go on for a while after that:
 * whatever they sent was handled, or is a dead letter.
 */
@Timeout(120)
class ShutdownTest {
  private static final int ROUNDS = 20;
  private static final Duration LOOK = Duration.ofMillis(1);
  private static final int TASKS = 20;
  private static final int SENDERS = 3;

  /** The most messages that are on their way, or memory would be what ends it. */
  private static final int AHEAD = 2000;

  /** Makes the tasks and sends to them. */
  private static final class Round {
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger handled = new AtomicInteger();
    private final AtomicInteger dead = new AtomicInteger();
    private final List<ActorRef<Integer>> tasks = new ArrayList<>();
    private final CountDownLatch spawned = new CountDownLatch(1);
    private volatile boolean over;

    Behavior<String> guardian() {
      return Behaviors.setup(
          context -> {
            for (int i = 0; i < TASKS; i++) {
              tasks.add(context.spawn(task(), "t" + i));
            }
            spawned.countDown();
            return Behaviors.empty();
          });
    }

    private Behavior<Integer> task() {
      return Behaviors.receiveMessage(
          number -> {
            handled.incrementAndGet();
            return Behaviors.same();
          });
    }

    void listenToDeadLetters(ActorSystem<?> system) {
      ExtendedActorSystem classic = (ExtendedActorSystem) Adapter.toClassic(system);
      FunctionRef listener =
          new FunctionRef(
              system.deadLetters().path(),
              classic.provider(),
              classic,
              (from, letter) -> {
                dead.addAndGet(((DeadLetter) letter).message() instanceof Integer ? 1 : 0);
                return BoxedUnit.UNIT;
              });
      classic.eventStream().subscribe(listener, DeadLetter.class);
    }

    List<Thread> senders() {
      List<Thread> senders = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        Thread sender = new Thread(this::send, "sender-" + i);
        sender.start();
        senders.add(sender);
      }
      return senders;
    }

    private void send() {
      for (int i = 0; !over; i++) {
        while (sent.get() - handled.get() - dead.get() > AHEAD && !over) {
          Thread.yield();
        }
        tasks.get(i % TASKS).tell(i);
        sent.incrementAndGet();
      }
    }

    /** Until that many more were sent. */
    void awaitSent(int more) {
      int from = sent.get();
      Awaitility.await()
          .pollDelay(Duration.ZERO)
          .pollInterval(LOOK)
          .until(() -> sent.get() - from >= more);
    }
  }

  private static final Config QUIET =
      ConfigFactory.parseString(
          "pekko { log-dead-letters = off, log-dead-letters-during-shutdown = off }");

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#real")
  void whatWasSentIsHandledOrADeadLetter(Machine machine) {
    Seeded.cases(ROUNDS, seeded -> shutDown(machine, seeded.between(0, 20_000)));
  }

  private static void shutDown(Machine machine, int after) {
    Round round = new Round();
    Boot.Booted<String> booted =
        Boot.create(
            machine,
            new Fifo(),
            Trace.off(),
            config -> ActorSystem.create(round.guardian(), "brief", QUIET.withFallback(config)));
    round.listenToDeadLetters(booted.system());
    await(round.spawned);
    List<Thread> senders = round.senders();
    round.awaitSent(after);
    booted.system().terminate();
    booted.engine().settle(() -> booted.system().whenTerminated().isCompleted());
    booted.engine().close();
    round.awaitSent(100);
    round.over = true;
    senders.forEach(ShutdownTest::join);
    Awaitility.await()
        .pollInterval(LOOK)
        .untilAsserted(
            () -> assertThat(round.handled.get() + round.dead.get()).isEqualTo(round.sent.get()));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
