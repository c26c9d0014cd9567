package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputWaitTest {
  private static final int MANY = 1000;
  private static final StackTraceElement READ = frame("java.io.FileInputStream");
  private static final StackTraceElement MAIN = frame("shop.Main");

  private long used;
  private final InputWait wait = new InputWait(() -> used);

  private static StackTraceElement frame(String type) {
    return new StackTraceElement(type, "method", null, 1);
  }

  private int looksUntilItRests(StackTraceElement... stack) {
    int looks = 1;
    while (looks < MANY && !wait.rests(stack)) {
      looks++;
    }
    return looks;
  }

  @Test
  void whoReadsAndTakesNoTimeWaitsForInput() {
    assertThat(looksUntilItRests(READ, MAIN)).isEqualTo(25);
  }

  @Test
  void whoReadsAndTakesTimeDoesNot() {
    for (int look = 0; look < MANY; look++) {
      used += look % 20 == 0 ? 1 : 0;
      assertThat(wait.rests(new StackTraceElement[] {READ, MAIN})).isFalse();
    }
    assertThat(looksUntilItRests(READ, MAIN)).isLessThan(MANY);
  }

  @Test
  void whoLoadsAClassDoesNot() {
    StackTraceElement loader = frame("jdk.internal.loader.BuiltinClassLoader");
    assertThat(looksUntilItRests(READ, loader, MAIN)).isEqualTo(MANY);
    assertThat(looksUntilItRests(READ, frame("java.lang.ClassLoader"), MAIN)).isEqualTo(MANY);
  }

  @Test
  void looksCountFromTheMomentWhenItReads() {
    for (int look = 0; look < 20; look++) {
      wait.rests(new StackTraceElement[] {READ, MAIN});
    }
    assertThat(wait.rests(new StackTraceElement[] {MAIN})).isFalse();
    assertThat(looksUntilItRests(READ, MAIN)).isEqualTo(25);
  }
}
