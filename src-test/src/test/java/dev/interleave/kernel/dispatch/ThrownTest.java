package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrownTest {

  /** Says what it is told to, or throws. */
  private static final class Odd extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String text;
    private final String message;

    Odd(String text, String message) {
      this.text = text;
      this.message = message;
    }

    private static String said(String what) {
      if ("throw".equals(what)) {
        throw new IllegalStateException("worse");
      }
      return what;
    }

    @Override
    public String toString() {
      return said(text);
    }

    @Override
    public String getMessage() {
      return said(message);
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new IllegalStateException("no stack");
    }
  }

  private static final String NAME = Odd.class.getName();

  @Test
  void itsTextIsWhatItSaysOrItsClass() {
    assertThat(Thrown.text(new IllegalStateException("broken")))
        .isEqualTo("java.lang.IllegalStateException: broken");
    assertThat(Thrown.text(new Odd(null, ""))).isEqualTo(NAME);
    assertThat(Thrown.text(new Odd("throw", ""))).isEqualTo(NAME + ", which cannot be told");
  }

  @Test
  void itsMessageIsWhatItSaysOrItsText() {
    assertThat(Thrown.message(new IllegalStateException("broken"))).isEqualTo("broken");
    assertThat(Thrown.message(new Odd("text", null))).isEqualTo("text");
    assertThat(Thrown.message(new Odd("text", "throw"))).isEqualTo("text");
  }

  @Test
  void itsPlaceIsTheFirstOfItsStackIfItHasOne() {
    IllegalStateException thrown = new IllegalStateException("broken");
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("app", "shop", "1", "shop.Orders", "take", "Orders.java", 12),
          new StackTraceElement("shop.Main", "main", "Main.java", 3)
        });
    assertThat(Thrown.withPlace(thrown))
        .isEqualTo("java.lang.IllegalStateException: broken (shop.Orders.take(Orders.java:12))");
    thrown.setStackTrace(new StackTraceElement[0]);
    assertThat(Thrown.withPlace(thrown)).isEqualTo("java.lang.IllegalStateException: broken");
    assertThat(Thrown.withPlace(new Odd("text", ""))).isEqualTo("text");
  }
}
