package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.kernel.trace.Event;
import dev.interleave.testkit.timeline.Bursts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class Rule5OwedTimeTest {
  private static final Policy TWO = new RoundRobin(Duration.ofMillis(2));

  @Test
  void theNextMessageIsLookedAtOnlyWhenTheTurnIsServedInFull() {
    try (Bursts bursts = Bursts.on(2, TWO)) {
      bursts.burst("a", 0, 5).burst("a", 1, 2);
      assertThat(bursts.drawn()).isEqualTo("aaaaaaa/");
      assertThat(taken(bursts)).containsExactly(0L, 5L);
    }
  }

  private static List<Long> taken(Bursts bursts) {
    return bursts.stage().events(Event.Taken.class).stream()
        .filter(taken -> !taken.message().isEmpty())
        .map(taken -> taken.at() / 1_000_000)
        .toList();
  }

  @Test
  void itMayLoseItsCoreAtTheEndOfASlice() {
    try (Bursts bursts = Bursts.on(1, TWO)) {
      assertThat(bursts.burst("a", 0, 4).burst("b", 0, 1).drawn()).isEqualTo("aabaa");
      assertThat(whys(bursts)).containsExactly("EXPIRED", "COMPLETED", "COMPLETED");
    }
  }

  @Test
  void itMayLoseItsCoreToAMoreUrgentTask() {
    try (Bursts bursts = Bursts.on(1, new Priority())) {
      assertThat(bursts.burst("a", 0, 0, 4).burst("b", 1, 1, 1).drawn()).isEqualTo("abaaa");
      assertThat(whys(bursts)).containsExactly("PREEMPTED", "COMPLETED", "COMPLETED");
    }
  }

  private static List<String> whys(Bursts bursts) {
    return bursts.stage().events(Event.Left.class).stream()
        .filter(left -> left.served() > 0)
        .map(left -> left.why().name())
        .toList();
  }

  @Test
  void aCutTurnGoesOnOnAnyCore() {
    try (Bursts bursts = Bursts.on(2, new Priority())) {
      bursts.burst("a", 1, 0, 2).burst("b", 0, 0, 4).burst("c", 2, 1, 3);
      assertThat(bursts.drawn()).isEqualTo("aabbb/bccc");
    }
  }

  @Test
  void whatIsServedIsWhatIsOwed() {
    try (Bursts bursts = Bursts.on(2, TWO)) {
      bursts.burst("a", 0, 7).burst("b", 0, 5).burst("c", 1, 3).burst("d", 2, 9);
      bursts.drawn();
      long served =
          bursts.stage().events(Event.Left.class).stream().mapToLong(Event.Left::served).sum();
      assertThat(served).isEqualTo(24_000_000L);
    }
  }
}
