package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.concurrent.impl.CompletionLatch;
import scala.util.Success;

/** What is seen of a thread outside. */
@Timeout(60)
class OutsiderLooksTest {
  private static final int STEADY = 12;

  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean over;
  private volatile Object blocker = "something";

  private Outsider started(Runnable work) {
    Thread thread = new Thread(work, "outside");
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
    return new Outsider(thread);
  }

  private Outsider waiting(Runnable work) {
    Outsider one = started(work);
    Waits.untilItWaits(one.thread);
    return one;
  }

  /** It waits for {@link #blocker}, whatever that is. */
  private Outsider parked() {
    return waiting(
        () -> {
          while (!over) {
            LockSupport.park(blocker);
          }
        });
  }

  private Outsider parkedOn(Object what) {
    blocker = what;
    Outsider one = parked();
    while (LockSupport.getBlocker(one.thread) != what) {
      Thread.onSpinWait();
    }
    return one;
  }

  @AfterEach
  void end() {
    over = true;
    threads.forEach(LockSupport::unpark);
    threads.forEach(Thread::interrupt);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static int looksUntilItRests(Outsider one) {
    int looks = 1;
    while (!one.rests()) {
      looks++;
    }
    return looks;
  }

  private static final class Asked implements ManagedBlocker {
    private volatile boolean releasable;

    @Override
    public boolean block() {
      return releasable;
    }

    @Override
    public boolean isReleasable() {
      return releasable;
    }
  }

  @Test
  void whoHasEndedIsGoneAndRests() throws InterruptedException {
    Outsider one = started(() -> {});
    one.thread.join();
    assertThat(one.isGone()).isTrue();
    assertThat(one.rests()).isTrue();
  }

  @Test
  void whoRunsDoesNotRest() {
    Outsider one =
        started(
            () -> {
              while (!over) {
                Thread.onSpinWait();
              }
            });
    assertThat(one.isGone()).isFalse();
    for (int i = 0; i < 10 * STEADY; i++) {
      assertThat(one.rests()).isFalse();
    }
  }

  @Test
  void whoWaitsForWhatCanBeAskedRestsUntilThatHasCome() {
    Asked asked = new Asked();
    Outsider one = parkedOn(asked);
    assertThat(one.rests()).isTrue();
    asked.releasable = true;
    assertThat(one.rests()).isFalse();
  }

  @Test
  void itGoesOnWhenWhatItWasRememberedToWaitForHasCome() {
    Asked asked = new Asked();
    Outsider one = parkedOn(asked);
    assertThat(one.rests()).isTrue();
    assertThat(one.goesOn()).isFalse();
    one.remember();
    assertThat(one.goesOn()).isFalse();
    asked.releasable = true;
    assertThat(one.goesOn()).isTrue();
  }

  @Test
  void whoRunsForAMomentIsRememberedAsItWasSeen() throws InterruptedException {
    Asked asked = new Asked();
    Outsider one = parkedOn(asked);
    assertThat(one.rests()).isTrue();
    over = true;
    LockSupport.unpark(one.thread);
    one.thread.join();
    one.remember();
    asked.releasable = true;
    assertThat(one.goesOn()).isTrue();
  }

  @Test
  void aLatchCanBeAsked() {
    CountDownLatch latch = new CountDownLatch(1);
    Outsider one = waiting(() -> await(latch));
    assertThat(one.rests()).isTrue();
    one.remember();
    assertThat(one.goesOn()).isFalse();
    latch.countDown();
    assertThat(one.goesOn()).isTrue();
  }

  @Test
  void aTimedWaitOfAConditionCanBeAsked() {
    ReentrantLock lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    Outsider one = waiting(() -> Waits.forASignal(lock, condition));
    assertThat(one.rests()).isTrue();
    one.remember();
    assertThat(one.goesOn()).isFalse();
    lock.lock();
    condition.signal();
    assertThat(one.goesOn()).isTrue();
    lock.unlock();
  }

  @Test
  void scalasLatchCanBeAsked() {
    CompletionLatch<String> latch = new CompletionLatch<>();
    Outsider one = parkedOn(latch);
    assertThat(one.rests()).isTrue();
    one.remember();
    assertThat(one.goesOn()).isFalse();
    latch.apply(new Success<>("there"));
    assertThat(one.goesOn()).isTrue();
  }

  @Test
  void whoWaitsForAnythingElseRestsAfterSeveralLooks() {
    Outsider one = parked();
    assertThat(looksUntilItRests(one)).isEqualTo(STEADY + 1);
    one.remember();
    assertThat(one.goesOn()).isFalse();
  }

  @Test
  void looksCountFromTheMomentWhenItWaitsForSomethingElse() {
    Outsider one = parked();
    looksUntilItRests(one);
    blocker = "something else";
    LockSupport.unpark(one.thread);
    while (LockSupport.getBlocker(one.thread) != blocker) {
      Thread.onSpinWait();
    }
    Waits.untilItWaits(one.thread);
    assertThat(looksUntilItRests(one)).isEqualTo(STEADY + 1);
  }

  @Test
  void looksAtWhatCanBeAskedDoNotCount() {
    Outsider one = parkedOn("something");
    for (int i = 0; i < STEADY; i++) {
      assertThat(one.rests()).isFalse();
    }
    Asked asked = new Asked();
    change(one, asked);
    assertThat(one.rests()).isTrue();
    change(one, "something");
    assertThat(looksUntilItRests(one)).isGreaterThanOrEqualTo(STEADY);
  }

  private void change(Outsider one, Object what) {
    blocker = what;
    LockSupport.unpark(one.thread);
    while (LockSupport.getBlocker(one.thread) != what) {
      Thread.onSpinWait();
    }
    Waits.untilItWaits(one.thread);
  }

  @Test
  void whoWaitsForAConnectionRests() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Outsider one =
          started(
              () -> {
                try {
                  server.accept().close();
                } catch (IOException closed) {
                  over = true;
                }
              });
      assertThat(looksUntilItRests(one)).isGreaterThan(STEADY);
      assertThat(one.thread.getState()).isEqualTo(Thread.State.RUNNABLE);
    }
  }

  @Test
  void whoStandsBeforeABlockOfAnotherThreadDoesNotRest() {
    Object lock = new Object();
    synchronized (lock) {
      Outsider one =
          started(
              () -> {
                synchronized (lock) {
                  over = true;
                }
              });
      while (one.thread.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < 10 * STEADY; i++) {
        assertThat(one.rests()).isFalse();
      }
    }
  }

  @Test
  void itStandsInTheMethodsThatItHasBegun() {
    Outsider one = parked();
    assertThat(one.isIn(OutsiderLooksTest.class.getName())).isTrue();
    assertThat(one.isIn("java.lang.String")).isFalse();
  }
}
