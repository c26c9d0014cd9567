package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineExecutorTest {
  private final SimulatedEngine engine =
      new SimulatedEngine(Machine.Simulated.of(1, 7), new Fifo(), Trace.off());
  private final EngineExecutor executor = new EngineExecutor(engine);

  @AfterEach
  void leave() {
    engine.leave();
  }

  @Test
  void whatItExecutesIsWorkOfTheEngine() {
    List<String> seen = new ArrayList<>();
    executor.execute(() -> seen.add("one"));
    executor.submit(() -> seen.add("two"));
    assertThat(seen).isEmpty();
    engine.runSystemWork();
    assertThat(seen).containsExactly("one", "two");
  }

  @Test
  void itIsTheOneOfItsFactory() {
    assertThat(executor.createExecutorServiceFactory("any", Thread::new).createExecutorService())
        .isSameAs(executor);
    assertThat(executor.isVirtualized()).isFalse();
  }

  @Test
  void itIsOverAsSoonAsItIsShutDown() {
    assertThat(executor.isShutdown()).isFalse();
    assertThat(executor.isTerminated()).isFalse();
    executor.shutdown();
    assertThat(executor.isShutdown()).isTrue();
    assertThat(executor.isTerminated()).isTrue();
    assertThat(executor.awaitTermination(1, TimeUnit.NANOSECONDS)).isTrue();
  }

  @Test
  void whatItWasGivenIsDoneAlsoAfterItsEnd() {
    List<String> seen = new ArrayList<>();
    executor.execute(() -> seen.add("before"));
    assertThat(executor.shutdownNow()).isEmpty();
    assertThat(executor.isShutdown()).isTrue();
    executor.execute(() -> seen.add("after"));
    engine.runSystemWork();
    assertThat(seen).containsExactly("before", "after");
  }
}
