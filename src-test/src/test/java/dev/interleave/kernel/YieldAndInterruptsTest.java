package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.kernel.trace.Event;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Machines;
import dev.interleave.stage.Scene;
import dev.interleave.testkit.check.YieldPromise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YieldAndInterruptsTest {
  private static final int PRESSES = 50;
  private static final int CHUNKS = 2000;
  private static final Duration CHUNK = Duration.ofMillis(1);

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final Key key = new Key();

  /** A key whose presses come from a thread of its own. */
  private static final class Key implements Device {
    private final CountDownLatch plugged = new CountDownLatch(1);
    private @Nullable Bus bus;

    @Override
    public void plug(Bus plug) {
      bus = plug;
      plugged.countDown();
    }

    @Override
    public void unplug() {}

    void press() {
      await(plugged);
      if (bus != null) {
        bus.interrupt(0);
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static Stream<Arguments> realMachinesAndPolicies() {
    List<Policy> policies =
        List.of(new Fifo(), new RoundRobin(Duration.ofMillis(4)), new Priority());
    return Machines.real()
        .flatMap(machine -> policies.stream().map(policy -> Arguments.of(machine, policy)));
  }

  private Doing keyboard(Runnable onPress) {
    return new Doing(
        context -> {
          context.device(key, badges -> "press");
          return Behaviors.receiveMessage(
              press -> {
                onPress.run();
                return Behaviors.same();
              });
        });
  }

  /** A job of many chunks; the last one ends the program. */
  private record Job(Runnable onChunk, Duration cpu, int chunks) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      context.actor().getSelf().tell("begin");
      return Behaviors.receiveMessage(begin -> next(context, chunks));
    }

    private Behavior<String> next(ProgramContext<String> context, int rest) {
      onChunk.run();
      context.consume(cpu);
      return rest == 1 ? Behaviors.stopped() : context.yield(() -> next(context, rest - 1));
    }
  }

  @ParameterizedTest
  @MethodSource("realMachinesAndPolicies")
  void anInterruptThatIsPendingAtTheYieldIsDeliveredBeforeTheResumption(
      Machine machine, Policy policy) {
    Job job =
        new Job(
            () -> {
              seen.add("chunk");
              pressFromOutside();
            },
            Duration.ZERO,
            20);
    Scene scene = new Scene(machine, policy);
    scene.driver("keyboard", keyboard(() -> seen.add("press"))).program("job", job).played();
    assertThat(seen).filteredOn(what -> what.equals("chunk")).hasSize(20);
    assertThat(new YieldPromise().in(scene.events())).isEmpty();
    if (machine.cores() == 1) {
      assertThat(String.join(" ", seen)).doesNotContain("chunk chunk");
    }
  }

  private void pressFromOutside() {
    Thread finger = new Thread(key::press, "finger");
    finger.start();
    try {
      finger.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From the moment when a press is known to when its turn begins, one chunk may begin at most. */
  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#real")
  void aJobOfTwoSecondsThatYieldsDoesNotHoldKeyPressesUp(Machine machine)
      throws InterruptedException {
    Semaphore answered = new Semaphore(0);
    Thread typist = new Thread(() -> type(answered), "typist");
    typist.setDaemon(true);
    typist.start();
    Scene scene = new Scene(machine, new Fifo());
    scene
        .driver("keyboard", keyboard(answered::release))
        .program("job", new Job(() -> {}, CHUNK, CHUNKS))
        .played();
    typist.join();
    assertThat(chunksUntilAnswered(scene))
        .hasSize(PRESSES)
        .allSatisfy(chunks -> assertThat(chunks).isLessThanOrEqualTo(1));
    assertThat(new YieldPromise().in(scene.events())).isEmpty();
  }

  private void type(Semaphore answered) {
    for (int i = 0; i < PRESSES; i++) {
      key.press();
      answered.acquireUninterruptibly();
    }
  }

  private static List<Integer> chunksUntilAnswered(Scene scene) {
    int keyboard = scene.number("keyboard");
    int job = scene.number("job");
    List<Integer> counts = new ArrayList<>();
    int chunks = 0;
    for (Event event : scene.events()) {
      if (event instanceof Event.Ready && event.task() == keyboard) {
        chunks = 0;
      } else if (event instanceof Event.Taken taken && taken.message().equals("Interrupted")) {
        assertThat(taken.task()).isEqualTo(keyboard);
        counts.add(chunks);
      } else if (event instanceof Event.Taken && event.task() == job) {
        chunks++;
      }
    }
    return counts;
  }

  @ParameterizedTest
  @MethodSource("realMachinesAndPolicies")
  void norTicksOfATimer(Machine machine, Policy policy) {
    AtomicInteger ticks = new AtomicInteger();
    Doing clock =
        new Doing(
            context ->
                Behaviors.withTimers(
                    timers -> {
                      timers.startTimerAtFixedRate("tick", Duration.ofMillis(5));
                      return Behaviors.receiveMessage(
                          tick -> {
                            ticks.incrementAndGet();
                            return Behaviors.same();
                          });
                    }));
    Scene scene = new Scene(machine, policy);
    scene.driver("clock", clock).program("job", new Job(() -> {}, CHUNK, 200)).played();
    assertThat(ticks).hasValueGreaterThan(20);
  }
}
