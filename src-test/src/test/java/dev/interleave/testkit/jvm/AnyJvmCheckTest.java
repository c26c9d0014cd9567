package dev.interleave.testkit.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AnyJvmCheckTest {
  private static final String SCENARIO =
      """
      policy { type = random }
      drivers { pile { type = store } }
      programs {
        puts { uses = [pile], repeat = 3, steps = [ { compute = 1 ms }, { ask = pile, put {} } ] }
        takes { uses = [pile], repeat = 3, steps = [ { ask = pile, take {} } ] }
      }
      """;

  /** A program whose second line depends on the time zone. */
  static final class Zoned {
    public static void main(String[] arguments) {
      System.out.println("a line");
      System.out.println(System.getProperty("user.timezone", ""));
      System.out.println("another");
    }
  }

  /** A program that ends badly. */
  static final class Failing {
    public static void main(String[] arguments) {
      throw new IllegalStateException("no such luck");
    }
  }

  @Test
  void aScenarioIsTheSameEverywhere() {
    String digest = AnyJvm.sameTrace(2, SCENARIO, "dispatcher.cores=2");
    assertThat(digest).matches("[0-9a-f]{32}");
  }

  @Test
  void theFirstLineThatDiffersIsNamedWithItsJvms() {
    assertThatThrownBy(() -> AnyJvm.sameOutput(3, Zoned.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("line 2 differs")
        .hasMessageContaining("Asia/Tokyo");
  }

  @Test
  void aProgramThatFailsIsNotTakenForOneThatSaysNothing() {
    assertThatThrownBy(() -> AnyJvm.sameOutput(1, Failing.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no such luck");
  }
}
