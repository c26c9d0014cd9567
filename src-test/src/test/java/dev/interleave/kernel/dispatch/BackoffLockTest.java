package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackoffLockTest {
  private final BackoffLock lock = new BackoffLock();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  private Thread another() {
    Thread thread = new Thread(() -> lock.holding(() -> seen.add("another")));
    thread.start();
    return thread;
  }

  @Test
  void whoFindsItTakenWaitsUntilItIsReleased() throws InterruptedException {
    lock.acquire();
    Thread another = another();
    Waits.untilItWaits(another);
    assertThat(seen).isEmpty();
    lock.release();
    another.join();
    assertThat(seen).containsExactly("another");
  }

  @Test
  void itIsHeldDuringTheActionAndNoLonger() throws InterruptedException {
    Thread[] another = new Thread[1];
    lock.holding(
        () -> {
          another[0] = another();
          Waits.untilItWaits(another[0]);
          seen.add("held");
        });
    another[0].join();
    assertThat(seen).containsExactly("held", "another");
  }

  @Test
  void itIsReleasedWhenTheActionThrows() throws InterruptedException {
    assertThatThrownBy(() -> lock.holding(BackoffLockTest::broken))
        .isInstanceOf(IllegalStateException.class);
    another().join();
    assertThat(seen).containsExactly("another");
  }

  private static void broken() {
    throw new IllegalStateException("broken");
  }

  @Test
  void itIsFreeDuringAnActionWithoutItAndHeldAgainAfterwards() throws InterruptedException {
    lock.acquire();
    lock.without(
        () -> {
          try {
            another().join();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          seen.add("without");
        });
    Thread another = another();
    Waits.untilItWaits(another);
    lock.release();
    another.join();
    assertThat(seen).containsExactly("another", "without", "another");
  }
}
