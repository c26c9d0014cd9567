package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SwitchCostsTest {
  private static final SwitchCosts COSTS = costs(5, 30, 200, 0);

  private final VirtualCore core = new VirtualCore(1);
  private final TaskCell task = Cells.named("a");

  private static SwitchCosts costs(long onSwitch, long onMigration, long onIpc, long onMessage) {
    return new SwitchCosts(
        new Machine.Simulated(
            2,
            1,
            Duration.ofNanos(onSwitch),
            Duration.ofNanos(onMigration),
            Duration.ofNanos(onIpc),
            Duration.ofNanos(onMessage),
            1000,
            Machine.Requeue.AFTER_ARRIVALS,
            0));
  }

  @Test
  void anyCostIsOne() {
    assertThat(costs(0, 0, 0, 0).any()).isFalse();
    assertThat(costs(1, 0, 0, 0).any()).isTrue();
    assertThat(costs(0, 1, 0, 0).any()).isTrue();
    assertThat(costs(0, 0, 1, 0).any()).isTrue();
    assertThat(costs(0, 0, 0, 1).any()).isTrue();
  }

  @Test
  void whoRanHereLastCostsNothing() {
    core.ran(task);
    assertThat(COSTS.of(core, task)).isZero();
  }

  @Test
  void whoNeverRanCostsASwitch() {
    assertThat(COSTS.of(core, task)).isEqualTo(5);
  }

  @Test
  void whoComesBackAfterAnotherCostsASwitch() {
    core.ran(task);
    core.ran(Cells.named("b"));
    assertThat(COSTS.of(core, task)).isEqualTo(5);
  }

  @Test
  void whoRanElsewhereCostsAMigrationToo() {
    new VirtualCore(0).ran(task);
    assertThat(COSTS.of(core, task)).isEqualTo(35);
  }

  @Test
  void whoWasElsewhereMeanwhileCostsTheMigrationAlone() {
    core.ran(task);
    new VirtualCore(0).ran(task);
    assertThat(COSTS.of(core, task)).isEqualTo(30);
  }

  @Test
  void theKernelsOwnMessagesAreNoCommunication() {
    assertThat(COSTS.ofMessage(new MessageType(1, 7, false))).isEqualTo(207);
    assertThat(COSTS.ofMessage(new MessageType(1, 7, true))).isEqualTo(7);
  }
}
