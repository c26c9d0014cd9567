package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlicesTest {
  private static final TaskCell TASK = Cells.named("a");

  private record Giving(Duration given) implements Policy {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.last(task);
    }

    @Override
    public Duration slice(Task task) {
      return given;
    }
  }

  private static long end(Duration given) {
    return new Slices(new Giving(given)).end(100, TASK);
  }

  @Test
  void aSliceEndsThatLongAfterItsStart() {
    assertThat(end(Duration.ofNanos(7))).isEqualTo(107);
  }

  @Test
  void anUnlimitedOneNeverEnds() {
    assertThat(end(Policy.UNLIMITED)).isEqualTo(VirtualTime.NEVER);
  }

  @Test
  void nothingIsNoSlice() {
    assertThatIllegalStateException()
        .isThrownBy(() -> end(Duration.ZERO))
        .withMessage("the policy gave a a slice of PT0S");
  }

  @Test
  void lessThanNothingIsNoSliceEither() {
    assertThatIllegalStateException().isThrownBy(() -> end(Duration.ofNanos(-1)));
  }
}
