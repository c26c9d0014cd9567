package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A machine of which the last one outside goes just when nothing is left to do. */
class LastWordTest {
  private final Stage stage = Stage.simulated(1, new Fifo());
  private final ActorRef one = Adapter.toClassic(stage.task("one", Behaviors.empty()));
  private final SimulatedEngine engine = (SimulatedEngine) stage.engine();
  private final Going gate = new Going();

  @AfterEach
  void close() {
    stage.close();
  }

  /** Somebody may come when it is asked first, and nobody any more after it. */
  private static final class Going implements Gate {
    private final List<String> leaks = new ArrayList<>();
    private int asked;

    @Override
    public boolean admits(boolean running, Supplier<String> leak) {
      return true;
    }

    @Override
    public boolean nobodyMayCome() {
      return asked++ > 0;
    }

    @Override
    public void waits(String leak) {
      leaks.add(leak);
    }
  }

  @Test
  void aFutureIsWaitedForBeforeItIsALeakThoughTheLastOneGoesJustThen() {
    engine.entrance.gate(gate);
    engine.grace(Duration.ofMillis(5));
    engine.entrance.foreign.pipes(() -> one, new CompletableFuture<>());
    assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
    assertThat(gate.leaks).isEmpty();
    assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
    assertThat(gate.leaks).singleElement().asString().startsWith("leak: one still waits at ");
  }
}
