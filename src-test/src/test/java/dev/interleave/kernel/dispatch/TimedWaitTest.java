package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimedWaitTest {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition condition = lock.newCondition();
  private final List<Thread> threads = new ArrayList<>();

  private Thread waiting() {
    Thread thread = new Thread(() -> Waits.forASignal(lock, condition));
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
    Waits.untilItWaits(thread);
    return thread;
  }

  @AfterEach
  void end() {
    threads.forEach(Thread::interrupt);
  }

  @Test
  void onlyAConditionCanBeAsked() {
    assertThat(TimedWait.canBeAsked(condition)).isTrue();
    assertThat(TimedWait.canBeAsked("condition")).isFalse();
    assertThat(TimedWait.canBeAsked(null)).isFalse();
  }

  @Test
  void aWaitIsOverWhenItIsSignalledAndNoOtherOneIs() {
    Thread one = waiting();
    Thread two = waiting();
    Thread three = waiting();
    assertThat(threads).noneMatch(it -> TimedWait.isOver(it, condition));
    lock.lock();
    condition.signal();
    assertThat(TimedWait.isOver(one, condition)).isTrue();
    assertThat(TimedWait.isOver(two, condition)).isFalse();
    assertThat(TimedWait.isOver(three, condition)).isFalse();
    lock.unlock();
  }

  @Test
  void whoDoesNotWaitIsNoLongerWaiting() {
    assertThat(TimedWait.isOver(Thread.currentThread(), condition)).isTrue();
  }
}
