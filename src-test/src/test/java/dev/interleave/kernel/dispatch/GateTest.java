package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gate of a machine that a kernel runs. */
class GateTest {
  private final SimulatedEngine engine =
      new SimulatedEngine(Machine.Simulated.of(1, 7), new Fifo(), Trace.off());
  private final Gate gate = new Gate.Closing(engine);

  @AfterEach
  void leave() {
    engine.leave();
  }

  @Test
  void itIsOpenWhileNobodyRunsTheMachine() {
    assertThat(gate.admits(false, () -> "leak")).isTrue();
    assertThat(engine.failure()).isNull();
  }

  @Test
  void whatComesDuringARunFailsItAndStaysOutside() {
    assertThat(gate.admits(true, () -> "leak")).isFalse();
    assertThat(engine.failure()).isEqualTo("leak");
  }

  @Test
  void aHandlerThatWaitsFailsTheRun() {
    gate.waits("it waits");
    assertThat(engine.failure()).isEqualTo("it waits");
  }

  @Test
  void whenNothingIsLeftTheRunIsOver() {
    assertThat(gate.nobodyMayCome()).isTrue();
  }
}
