package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IdleCoresTest {
  private final VirtualClock clock = new VirtualClock();
  private final BackoffLock lock = new BackoffLock();
  private final List<Thread> cores = new ArrayList<>();

  private IdleCores idle(int count) {
    return new IdleCores(lock, count, clock);
  }

  /** A core that rests once. */
  private Thread resting(IdleCores idle) {
    Thread core = new Thread(() -> lock.holding(idle::rest));
    core.setDaemon(true);
    core.start();
    cores.add(core);
    return core;
  }

  private Thread waiting(IdleCores idle) {
    Thread core = resting(idle);
    while (core.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return core;
  }

  private void shortTurns(IdleCores idle) {
    for (int i = 0; i < 64; i++) {
      clock.moveTo(clock.nanos() + 100);
      assertThat(idle.takesTurn()).isTrue();
    }
  }

  @AfterEach
  void end() {
    cores.forEach(Thread::interrupt);
  }

  @Test
  void whileTurnsAreShortOneOfSeveralCoresLeavesThemToTheOthers() {
    IdleCores idle = idle(2);
    shortTurns(idle);
    assertThat(idle.takesTurn()).isFalse();
  }

  @Test
  void aSingleCoreTakesEveryTurn() {
    IdleCores idle = idle(1);
    shortTurns(idle);
    assertThat(idle.takesTurn()).isTrue();
  }

  @Test
  void theLastCoreIsTheOneBesideWhichAllRest() throws InterruptedException {
    assertThat(idle(1).allButOne()).isTrue();
    assertThat(idle(2).allButOne()).isFalse();
  }

  @Test
  void theLastCoreRestsUntilThereIsSomethingToDo() throws InterruptedException {
    IdleCores idle = idle(1);
    Thread core = waiting(idle);
    lock.holding(idle::wakeOne);
    core.join();
    assertThat(idle.allButOne()).isTrue();
  }

  @Test
  void aCoreLooksAgainByItselfWhileAnotherWorks() throws InterruptedException {
    IdleCores idle = idle(2);
    resting(idle).join();
    assertThat(idle.allButOne()).isFalse();
  }

  @Test
  void readyTasksWakeACoreAndNoneDoesNot() throws InterruptedException {
    IdleCores idle = idle(1);
    Thread core = waiting(idle);
    lock.holding(() -> idle.wakeForOthers(0));
    lock.holding(() -> idle.wakeForMoreThanOne(0));
    assertThat(core.isAlive()).isTrue();
    lock.holding(() -> idle.wakeForOthers(1));
    core.join();
    Thread next = waiting(idle);
    lock.holding(() -> idle.wakeForMoreThanOne(1));
    next.join();
  }

  @Test
  void allAreWokenAtTheEnd() throws InterruptedException {
    IdleCores idle = idle(1);
    Thread one = waiting(idle);
    Thread two = waiting(idle);
    lock.holding(idle::wakeAll);
    one.join();
    two.join();
  }
}
