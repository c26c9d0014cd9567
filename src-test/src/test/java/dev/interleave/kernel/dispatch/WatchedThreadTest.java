package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchedThreadTest {
  private static SimulatedEngine engine() {
    return new SimulatedEngine(Machine.Simulated.of(1, 7), new Fifo(), Trace.off());
  }

  private static Thread thread() {
    return WatchedThread.call(one -> Thread.currentThread(), engine -> Thread.currentThread());
  }

  @Test
  void aRunHasADaemonOfItsOwn() {
    Thread thread = thread();
    assertThat(thread.getName()).isEqualTo("simulation-machine");
    assertThat(thread.isDaemon()).isTrue();
  }

  @Test
  void whatTheRunThrowsIsThrownAsItIs() {
    IOException thrown = new IOException("broken");
    assertThatThrownBy(
            () ->
                WatchedThread.call(
                    one -> {
                      throw WatchedThreadTest.<RuntimeException>unseen(thrown);
                    },
                    engine -> "lost"))
        .isSameAs(thrown);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // passes unseen
  private static <X extends Throwable> X unseen(Throwable thrown) throws X {
    throw (X) thrown;
  }

  @Test
  void withinAHandlerOfASimulatedMachineItHasThatMachinesThread() {
    SimulatedEngine outer = engine();
    List<Thread> seen = new ArrayList<>();
    outer.after(Duration.ofMillis(1), () -> seen.add(thread()));
    outer.run(Long.MAX_VALUE);
    outer.leave();
    assertThat(seen).containsExactly(Thread.currentThread());
  }

  @Test
  void afterwardsTheCallingThreadWorksForWhomItDidBefore() {
    SimulatedEngine outer = engine();
    CurrentEngine.set(outer);
    List<Engine> inner = new ArrayList<>();
    WatchedThread.call(one -> inner.add(CurrentEngine.get()), engine -> false);
    assertThat(inner).containsOnlyNulls();
    assertThat(CurrentEngine.get()).isSameAs(outer);
    outer.leave();
  }

  @Test
  void anInterruptOfWhoWaitsFailsTheRunAndIsPassedOn() {
    Thread asking = Thread.currentThread();
    String failure =
        WatchedThread.call(
            one -> {
              SimulatedEngine made = engine();
              one.watch(made);
              made.after(Duration.ofMillis(1), asking::interrupt);
              made.after(Duration.ofMillis(2), () -> awaitFailure(made));
              made.run(Long.MAX_VALUE);
              made.leave();
              return "" + made.failure();
            },
            engine -> "lost");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isEqualTo("the thread that waits for the run was interrupted");
  }

  private static void awaitFailure(Engine engine) {
    while (engine.failure() == null) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aRunThatEndsIsWatchedNoLonger() throws InterruptedException {
    WatchedThread.call(
        one -> {
          SimulatedEngine made = engine();
          one.watch(made);
          made.leave();
          return "over";
        },
        engine -> "lost");
    for (Thread each : Thread.getAllStackTraces().keySet()) {
      if (each.getName().equals("simulation-machine-watchdog")) {
        each.join();
      }
    }
  }
}
