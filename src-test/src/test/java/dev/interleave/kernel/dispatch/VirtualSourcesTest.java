package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtualSourcesTest {
  private final SimulatedEngine engine =
      new SimulatedEngine(Machine.Simulated.of(1, 7), new Fifo(), Trace.off());

  @AfterEach
  void leave() {
    engine.leave();
  }

  private <T> T after1234567Micros(Supplier<T> what) {
    List<T> seen = new ArrayList<>();
    engine.after(Duration.ofNanos(1_234_567_000), () -> seen.add(what.get()));
    engine.run(Long.MAX_VALUE);
    return seen.get(0);
  }

  @Test
  void virtualNanosBeginAtASecond() {
    assertThat(after1234567Micros(VirtualSources::nanoTime)).isEqualTo(2_234_567_000L);
  }

  @Test
  void virtualTimeBeginsWithTheYear2000() {
    assertThat(after1234567Micros(VirtualSources::currentTimeMillis))
        .isEqualTo(Instant.parse("2000-01-01T00:00:01.234Z").toEpochMilli());
    assertThat(after1234567Micros(VirtualSources::now))
        .isEqualTo(LocalDateTime.parse("2000-01-01T00:00:02.469"));
  }

  @Test
  void virtualIdsAreRandomOnesOfTheSeed() {
    SimulatedEngine other =
        new SimulatedEngine(Machine.Simulated.of(3, 7), new Fifo(), Trace.off());
    CurrentEngine.set(other);
    List<UUID> others = List.of(VirtualSources.randomUUID(), VirtualSources.randomUUID());
    CurrentEngine.set(engine);
    List<UUID> ids = List.of(VirtualSources.randomUUID(), VirtualSources.randomUUID());
    assertThat(ids).isEqualTo(others).doesNotHaveDuplicates();
    assertThat(ids).allMatch(it -> it.version() == 4 && it.variant() == 2);
  }

  /** Each bit that is not the version's or the variant's. */
  @Test
  void allElseOfAVirtualIdIsDrawn() {
    CurrentEngine.set(engine);
    long[] set = new long[2];
    long[] kept = {-1, -1};
    for (int i = 0; i < 200; i++) {
      UUID id = VirtualSources.randomUUID();
      set[0] |= id.getMostSignificantBits();
      set[1] |= id.getLeastSignificantBits();
      kept[0] &= id.getMostSignificantBits();
      kept[1] &= id.getLeastSignificantBits();
    }
    assertThat(set).containsExactly(0xFFFF_FFFF_FFFF_4FFFL, 0xBFFF_FFFF_FFFF_FFFFL);
    assertThat(kept).containsExactly(0x4000L, 0x8000_0000_0000_0000L);
  }

  @Test
  void elsewhereAllIsReal() {
    engine.leave();
    long nanos = System.nanoTime();
    assertThat(VirtualSources.nanoTime()).isBetween(nanos, System.nanoTime());
    long millis = System.currentTimeMillis();
    assertThat(VirtualSources.currentTimeMillis()).isBetween(millis, System.currentTimeMillis());
    LocalDateTime now = LocalDateTime.now();
    assertThat(VirtualSources.now()).isBetween(now, LocalDateTime.now());
    assertThat(VirtualSources.randomUUID()).isNotEqualTo(VirtualSources.randomUUID());
  }
}
