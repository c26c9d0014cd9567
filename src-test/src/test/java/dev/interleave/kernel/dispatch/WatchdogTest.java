package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looks at a machine whose thread stands still, one by one. */
@Timeout(60)
class WatchdogTest {
  private static final int LOOKS = 6;

  private final SimulatedEngine engine =
      new SimulatedEngine(Machine.Simulated.of(1, 7), new Fifo(), Trace.off());
  private final List<String> told = new ArrayList<>();
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile boolean over;

  private final Thread machine =
      new Thread(
          () -> {
            engine.after(Duration.ofMillis(3), this::standStill);
            engine.run(Long.MAX_VALUE);
            engine.leave();
          },
          "machine");
  private final Watchdog watchdog =
      new Watchdog(engine, machine, told::add, () -> told.add("abandoned"));
  private volatile Runnable deed = () -> {};

  private void standStill() {
    begun.countDown();
    while (!over) {
      deed.run();
    }
  }

  private void park() {
    LockSupport.park(this);
    if (Thread.interrupted()) {
      interrupted.countDown();
    }
  }

  private void running(Runnable what) throws InterruptedException {
    deed = what;
    machine.setDaemon(true);
    machine.start();
    begun.await();
  }

  private void look(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(watchdog.look()).isTrue();
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    over = true;
    LockSupport.unpark(machine);
    machine.join();
    watchdog.stop();
    engine.leave();
  }

  @Test
  void aWaitIsToldAfterSeveralLooksAndInterrupted() throws InterruptedException {
    running(this::park);
    Waits.untilItWaits(machine);
    look(LOOKS - 1);
    assertThat(told).isEmpty();
    look(1);
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("leak: system work blocks in ")
        .contains(" at 00:00:00.003");
    interrupted.await();
  }

  @Test
  void whoWaitsOnAllTheSameIsAbandoned() throws InterruptedException {
    running(this::park);
    Waits.untilItWaits(machine);
    look(LOOKS);
    interrupted.await();
    Waits.untilItWaits(machine);
    while (watchdog.look()) {
      assertThat(told).isNotEmpty().doesNotContain("abandoned");
    }
    assertThat(told).endsWith("abandoned");
  }

  @Test
  void whoIsLockedOutIsToldAndNotInterrupted() throws InterruptedException {
    Object lock = new Object();
    synchronized (lock) {
      running(
          () -> {
            synchronized (lock) {
              over = true;
            }
          });
      while (machine.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
      look(LOOKS);
      assertThat(machine.isInterrupted()).isFalse();
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void aLongTurnThatWaitsForNothingIsNoLeak() throws InterruptedException {
    running(Thread::onSpinWait);
    look(4 * LOOKS);
    assertThat(told).isEmpty();
  }

  @Test
  void aMachineThatRestsBetweenItsRunsIsLeftAlone() throws InterruptedException {
    CountDownLatch rest = new CountDownLatch(1);
    Thread idle =
        new Thread(
            () -> {
              try {
                rest.await();
              } catch (InterruptedException told) {
                interrupted.countDown();
              }
            });
    idle.start();
    Waits.untilItWaits(idle);
    Watchdog one = new Watchdog(engine, idle, told::add, () -> told.add("abandoned"));
    for (int i = 0; i < 4 * LOOKS; i++) {
      assertThat(one.look()).isTrue();
    }
    assertThat(told).isEmpty();
    rest.countDown();
    idle.join();
  }

  @Test
  void itLooksOnADaemonUntilItIsStopped() throws InterruptedException {
    watchdog.start();
    Thread looking =
        Thread.getAllStackTraces().keySet().stream()
            .filter(it -> it.getName().equals("machine-watchdog"))
            .findFirst()
            .orElseThrow();
    assertThat(looking.isDaemon()).isTrue();
    watchdog.stop();
    looking.join();
  }
}
