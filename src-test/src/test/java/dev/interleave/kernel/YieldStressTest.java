package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Scene;
import dev.interleave.testkit.check.FirstComeFirstServed;
import dev.interleave.testkit.check.MailboxOrder;
import dev.interleave.testkit.check.OneCoreEach;
import dev.interleave.testkit.check.YieldPromise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thousands of tasks that yield, one that yields all the time, and at once messages from foreign
 * threads, interrupts and timers: nobody starves, and everything is handled exactly once.
 */
@Timeout(120)
class YieldStressTest {
  private static final int YIELDERS = 2000;
  private static final int SENDERS = 2;
  private static final int MESSAGES = 5000;
  private static final int PRESSES = 200;
  private static final int TIMERS = 500;

  /** What is expected from outside; the program "judge" waits for all of it. */
  private final AtomicInteger awaited = new AtomicInteger(SENDERS * MESSAGES + PRESSES + TIMERS);

  private final CompletableFuture<ActorRef<String>> judge = new CompletableFuture<>();
  private final CompletableFuture<ActorRef<String>> inbox = new CompletableFuture<>();
  private final CompletableFuture<Bus> plug = new CompletableFuture<>();
  private final AtomicIntegerArray handled = new AtomicIntegerArray(SENDERS * MESSAGES);
  private final AtomicIntegerArray fired = new AtomicIntegerArray(TIMERS);
  private final AtomicInteger goneOn = new AtomicInteger();
  private final Semaphore answered = new Semaphore(0);

  /** Yields again and again. */
  private record Yielder(int times, Runnable each) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      return next(context, times);
    }

    private Behavior<String> next(ProgramContext<String> context, int rest) {
      each.run();
      return rest == 0 ? Behaviors.stopped() : context.yield(() -> next(context, rest - 1));
    }
  }

  private record Judge(CompletableFuture<ActorRef<String>> itself) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      itself.complete(context.actor().getSelf());
      return Behaviors.receiveMessage(all -> Behaviors.stopped());
    }
  }

  private void came() {
    if (awaited.decrementAndGet() == 0) {
      judge.join().tell("all");
    }
  }

  private Doing inbox() {
    return new Doing(
        context -> {
          inbox.complete(context.actor().getSelf());
          return Behaviors.receiveMessage(
              number -> {
                handled.incrementAndGet(Integer.parseInt(number));
                came();
                return Behaviors.same();
              });
        });
  }

  private Doing keyboard() {
    return new Doing(
        context -> {
          context.device(plug::complete, badges -> "press");
          return Behaviors.receiveMessage(
              press -> {
                answered.release();
                came();
                return Behaviors.same();
              });
        });
  }

  private Doing clock() {
    SplittableRandom random = new SplittableRandom(7);
    return new Doing(
        context ->
            Behaviors.withTimers(
                timers -> {
                  for (int i = 0; i < TIMERS; i++) {
                    timers.startSingleTimer(
                        i, String.valueOf(i), Duration.ofNanos(random.nextInt(20_000_000)));
                  }
                  return Behaviors.receiveMessage(
                      number -> {
                        fired.incrementAndGet(Integer.parseInt(number));
                        came();
                        return Behaviors.same();
                      });
                }));
  }

  private List<Thread> outside() {
    List<Thread> outside = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      int first = sender * MESSAGES;
      outside.add(new Thread(() -> send(first), "sender-" + sender));
    }
    outside.add(new Thread(this::press, "finger"));
    outside.forEach(thread -> thread.setDaemon(true));
    return outside;
  }

  private void send(int first) {
    for (int i = first; i < first + MESSAGES; i++) {
      inbox.join().tell(String.valueOf(i));
    }
  }

  private void press() {
    for (int i = 0; i < PRESSES; i++) {
      plug.join().interrupt(0);
      answered.acquireUninterruptibly();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#real")
  void nobodyStarvesAndEverythingIsHandledOnce(Machine machine) {
    int[] times = new SplittableRandom(11).ints(YIELDERS, 0, 5).toArray();
    Scene scene = new Scene(machine, new Fifo());
    scene.driver("inbox", inbox()).driver("keyboard", keyboard()).driver("clock", clock());
    scene.program("judge", new Judge(judge));
    scene.program("always", new Yielder(20_000, () -> {}));
    for (int i = 0; i < YIELDERS; i++) {
      scene.program("y" + i, new Yielder(times[i], goneOn::incrementAndGet));
    }
    outside().forEach(Thread::start);
    scene.played();
    assertThat(goneOn).hasValue(YIELDERS + IntStream.of(times).sum());
    eachOnce(handled);
    eachOnce(fired);
    assertThat(answered.availablePermits()).isZero();
    isKept(scene, machine);
  }

  private static void eachOnce(AtomicIntegerArray counts) {
    for (int i = 0; i < counts.length(); i++) {
      assertThat(counts.get(i)).as("how often number %d was handled", i).isEqualTo(1);
    }
  }

  private static void isKept(Scene scene, Machine machine) {
    assertThat(new OneCoreEach(machine.cores()).in(scene.events())).isEmpty();
    assertThat(new YieldPromise().in(scene.events())).isEmpty();
    assertThat(new MailboxOrder().in(scene.events())).isEmpty();
    if (machine.cores() == 1) {
      assertThat(new FirstComeFirstServed().in(scene.events())).isEmpty();
    }
  }
}
