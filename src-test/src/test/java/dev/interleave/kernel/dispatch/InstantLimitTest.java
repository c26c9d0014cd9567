package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import org.junit.jupiter.api.Test;

class InstantLimitTest {
  private static final int MOST = 5;

  /** After the limit it goes on for a while, to learn who takes part. */
  private static final int NAMED = 64;

  private final Engine engine = Engine.of(Machine.Simulated.of(1, 1), new Fifo(), Trace.off());
  private final InstantLimit limit = new InstantLimit(MOST);

  private void turns(String name, int count) {
    for (int i = 0; i < count; i++) {
      limit.turn(Cells.named(name), engine);
    }
  }

  private void events(int count) {
    for (int i = 0; i < count; i++) {
      limit.event(engine);
    }
  }

  @Test
  void turnsUpToTheLimitAreFine() {
    turns("early", MOST);
    turns("late", NAMED);
    assertThat(engine.failure()).isNull();
    turns("late", 1);
    assertThat(engine.failure())
        .isEqualTo("more than 5 turns at one instant (0 ns): late goes round in circles");
  }

  @Test
  void eventsCountAsTurnsDo() {
    events(MOST);
    turns("a", NAMED);
    assertThat(engine.failure()).isNull();
    events(1);
    assertThat(engine.failure()).contains("a, system work go round in circles");
  }

  @Test
  void whatHappensAtTheLimitIsNotNamed() {
    turns("a", MOST - 1);
    events(1);
    turns("a", NAMED + 1);
    assertThat(engine.failure()).contains(": a goes round");
  }

  @Test
  void norIsSystemWorkAtTheLimitButThatBehindIt() {
    turns("a", MOST - 1);
    limit.work(() -> {}, engine);
    turns("a", NAMED);
    assertThat(engine.failure()).isNull();
    limit.work(() -> {}, engine);
    assertThat(engine.failure()).contains(": a, system work go round");
  }

  @Test
  void theNextInstantIsCountedFromNothing() {
    turns("a", MOST + NAMED);
    limit.nextInstant();
    turns("a", MOST + NAMED);
    assertThat(engine.failure()).isNull();
  }

  private void roundOf(int names) {
    turns("early", MOST);
    for (int i = 0; i <= NAMED; i++) {
      turns("t" + i % names, 1);
    }
  }

  @Test
  void eightAreAllNamed() {
    roundOf(8);
    assertThat(engine.failure()).endsWith(": t0, t1, t2, t3, t4, t5, t6, t7 go round in circles");
  }

  @Test
  void ofMoreTheFirstEight() {
    roundOf(10);
    assertThat(engine.failure())
        .endsWith(": t0, t1, t2, t3, t4, t5, t6, t7 and 2 more go round in circles");
  }
}
