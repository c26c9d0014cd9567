package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.dispatch.AnySystemSettings.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The test's thread is the machine; the creator is another one. */
@Timeout(60)
class OutsidersTest {
  private final List<String> leaks = new ArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Waiting creator = new Waiting();
  private final Outsiders known = of(Outside.KNOWN);

  private Outsiders of(Outside who) {
    return of(creator.thread, who);
  }

  private Outsiders of(Thread thread, Outside who) {
    return new Outsiders(thread, who, leaks::add, new Impatience(10, told::add));
  }

  /** A thread that waits until it is told to go on, and then speaks, until it is told to end. */
  private static final class Waiting implements ManagedBlocker {
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = new Thread(this::waits, "creator");
    private volatile boolean releasable;

    Waiting() {
      thread.setDaemon(true);
      thread.start();
      while (LockSupport.getBlocker(thread) != this) {
        Thread.onSpinWait();
      }
      Waits.untilItWaits(thread);
    }

    private void waits() {
      while (end.getCount() > 0) {
        LockSupport.park(this);
      }
    }

    void end() throws InterruptedException {
      end.countDown();
      LockSupport.unpark(thread);
      thread.join();
    }

    @Override
    public boolean block() {
      return releasable;
    }

    @Override
    public boolean isReleasable() {
      return releasable;
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    creator.end();
  }

  private static boolean admitsAnother(Outsiders outsiders, boolean running) {
    FutureTask<Boolean> asked = new FutureTask<>(() -> outsiders.admits(running, () -> "leak"));
    Thread another = new Thread(asked, "another");
    another.start();
    try {
      another.join();
      return asked.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anybodyMaySpeakBeforeTheMachineFirstRuns() {
    assertThat(admitsAnother(known, false)).isTrue();
    assertThat(leaks).isEmpty();
  }

  @Test
  void afterwardsOnlyThoseWhoSpokeBefore() {
    assertThat(known.admits(false, () -> "leak")).isTrue();
    known.awaitRest(() -> true);
    assertThat(known.admits(false, () -> "leak")).isTrue();
    assertThat(admitsAnother(known, false)).isFalse();
    assertThat(leaks).containsExactly("leak");
  }

  @Test
  void anybodyMayWhereThatIsSet() {
    Outsiders any = of(Outside.ANY);
    any.awaitRest(() -> true);
    assertThat(admitsAnother(any, false)).isTrue();
    assertThat(leaks).isEmpty();
  }

  @Test
  void lenientOnesTellAndLetIn() {
    known.lenient();
    known.awaitRest(() -> true);
    assertThat(admitsAnother(known, false)).isTrue();
    assertThat(leaks).hasSize(1);
  }

  @Test
  void nobodySpeaksWhileTheMachineRuns() {
    known.admits(false, () -> "leak");
    assertThat(known.admits(true, () -> "leak")).isFalse();
    assertThat(admitsAnother(known, true)).isFalse();
    assertThat(leaks).hasSize(2);
  }

  @Test
  void allRestUntilOneGoesOn() {
    known.awaitRest(() -> false);
    assertThat(known.atRest()).isTrue();
    creator.releasable = true;
    assertThat(known.atRest()).isFalse();
  }

  @Test
  void whoGoesOnIsWaitedFor() {
    creator.releasable = true;
    int[] looks = {0};
    known.awaitRest(() -> looks[0]++ == 5);
    assertThat(looks[0]).isEqualTo(6);
  }

  @Test
  void whatAHandlerWaitsForIsALeak() {
    known.waits("it waits");
    assertThat(leaks).containsExactly("it waits");
  }

  @Test
  void whoWaitsForTheEndHasNothingToSayMeanwhile() {
    Outsiders own = of(Thread.currentThread(), Outside.KNOWN);
    assertThat(own.nobodyMayCome()).isFalse();
    assertThat(own.<Boolean>silently(own::nobodyMayCome)).isTrue();
    assertThat(own.nobodyMayCome()).isFalse();
  }

  @Test
  void whoHasGoneIsNotThereAnyMore() throws InterruptedException {
    Outsiders any = of(Outside.ANY);
    assertThat(known.nobodyMayCome()).isFalse();
    creator.end();
    assertThat(known.nobodyMayCome()).isTrue();
    assertThat(any.nobodyMayCome()).isFalse();
  }

  @Test
  void whoSpinsIsToldOnce() {
    AtomicBoolean over = new AtomicBoolean();
    Thread spins =
        new Thread(
            () -> {
              while (!over.get()) {
                Thread.onSpinWait();
              }
            },
            "spins");
    spins.start();
    of(spins, Outside.KNOWN).awaitRest(() -> over.getAndSet(!told.isEmpty()));
    assertThat(told)
        .containsExactly("virtual time waits until thread \"spins\" rests: it computes or spins");
  }

  @Test
  void whoRestsIsNotTold() {
    known.awaitRest(() -> false);
    assertThat(told).isEmpty();
  }
}
