package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes of what Pekko's mailboxes do. */
class MailboxesRunTest {

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // passes unseen
  private static <X extends Throwable> void raise(Throwable thrown) throws X {
    throw (X) thrown;
  }

  private static void runThatThrows(Throwable thrown) {
    Mailboxes.run(() -> MailboxesRunTest.<RuntimeException>raise(thrown));
  }

  @Test
  void theWorkIsDone() {
    List<String> seen = new ArrayList<>();
    Mailboxes.run(() -> seen.add("done"));
    assertThat(seen).containsExactly("done");
  }

  @Test
  void anInterruptIsNobodysElse() {
    assertThatCode(() -> runThatThrows(new InterruptedException())).doesNotThrowAnyException();
  }

  @Test
  void whatElseIsThrownIsThrownOn() {
    StackOverflowError deep = new StackOverflowError("deep");
    assertThatThrownBy(() -> runThatThrows(deep)).isSameAs(deep);
  }
}
