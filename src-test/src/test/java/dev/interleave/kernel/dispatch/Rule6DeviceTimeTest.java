package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.testkit.timeline.Bursts;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Rule6DeviceTimeTest {

  @Test
  void devicesWorkBesideABusyCoreAndBesideEachOther() {
    try (Bursts bursts = Bursts.on(1, new Fifo())) {
      Stage stage = bursts.stage();
      List<Long> done = new ArrayList<>();
      bursts.burst("a", 0, 10);
      for (int device = 0; device < 3; device++) {
        stage.at(Duration.ofMillis(4), () -> done.add(stage.time().toMillis()));
      }
      assertThat(bursts.drawn()).isEqualTo("aaaaaaaaaa");
      assertThat(done).containsExactly(4L, 4L, 4L);
    }
  }

  @Test
  void aDeviceThatTakesNoCoreLeavesItIdle() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      stage.at(Duration.ofHours(1), () -> {});
      stage.run();
      assertThat(stage.time()).isEqualTo(Duration.ofHours(1));
      assertThat(stage.engine().lastWork()).isZero();
    }
  }
}
