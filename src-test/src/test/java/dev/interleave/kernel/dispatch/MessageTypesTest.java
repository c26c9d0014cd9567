package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.MailboxSettings;
import dev.interleave.kernel.RestartSettings;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageTypesTest {
  private record ReadBlock() {}

  private record Other() {}

  private record $$Odd() {}

  private record Resume() implements KernelMessage {}

  private final Trace trace = Trace.on();
  private final MessageTypes types = new MessageTypes(trace, 5);
  private final TaskProfile costly =
      TaskProfile.of(
          new TaskSettings(
              0,
              1,
              Optional.empty(),
              MailboxSettings.DEFAULT,
              Map.of("read-block", Duration.ofNanos(70), "resume", Duration.ofNanos(9)),
              RestartSettings.DEFAULT));

  private MessageType of(Class<?> type) {
    return types.of(type, costly);
  }

  @Test
  void aTypeCostsWhatItsReceiverSaysElseWhatEveryMessageDoes() {
    assertThat(of(ReadBlock.class).costNanos()).isEqualTo(70);
    assertThat(of(Other.class).costNanos()).isEqualTo(5);
    assertThat(types.of(ReadBlock.class, TaskProfile.UNBOUNDED).costNanos()).isEqualTo(5);
  }

  @Test
  void theKernelsOwnAreFreeUnlessTheReceiverSaysOtherwise() {
    assertThat(types.of(Resume.class, TaskProfile.UNBOUNDED).costNanos()).isZero();
    assertThat(of(Resume.class).costNanos()).isEqualTo(9);
    assertThat(of(Resume.class).kernel()).isTrue();
    assertThat(of(Other.class).kernel()).isFalse();
  }

  @Test
  void itsNameIsTheSimpleOne() {
    assertThat(of(ReadBlock.class).number()).isEqualTo(trace.name("ReadBlock"));
    assertThat(of($$Odd.class).number()).isEqualTo(trace.name("$$Odd"));
    assertThat(of(new Object() {}.getClass()).number()).isEqualTo(trace.name("Anonymous"));
    Runnable hidden = () -> {};
    assertThat(of(hidden.getClass()).number()).isEqualTo(trace.name("MessageTypesTest"));
  }
}
