package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.testkit.timeline.Stage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

/** How leaks are told. */
class LeakWordsTest {
  private static final long NOW =
      TimeUnit.HOURS.toNanos(26)
          + TimeUnit.MINUTES.toNanos(7)
          + TimeUnit.SECONDS.toNanos(8)
          + TimeUnit.MILLISECONDS.toNanos(9);

  private static StackTraceElement frame(String type, String method) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return new StackTraceElement(type, method, simple + ".java", 12);
  }

  private static String waits(StackTraceElement... stack) {
    return Leak.wait("orders", NOW, stack);
  }

  @Test
  void timeIsInHoursMinutesSecondsAndMilliseconds() {
    assertThat(Leak.time(NOW)).isEqualTo("26:07:08.009");
    long hour = TimeUnit.HOURS.toNanos(27);
    assertThat(Leak.time(hour)).isEqualTo("27:00:00.000");
    assertThat(Leak.time(hour - 1)).isEqualTo("26:59:59.999");
    assertThat(Leak.time(999_999)).isEqualTo("00:00:00.000");
  }

  @Test
  void theLineIsTheFirstThatIsNotThePlatforms() {
    assertThat(
            waits(
                frame("jdk.internal.misc.Unsafe", "park"),
                frame("java.util.concurrent.CountDownLatch", "await"),
                frame("shop.Orders", "take"),
                frame("shop.Main", "main")))
        .isEqualTo("leak: orders blocks in CountDownLatch.await at 26:07:08.009 (Orders.java:12)");
  }

  @Test
  void aLineThatWaitsByItselfIsNamedTwice() {
    assertThat(waits(frame("shop.Orders", "take")))
        .isEqualTo("leak: orders blocks in Orders.take at 26:07:08.009 (Orders.java:12)");
  }

  @Test
  void withoutALineOfTheirsTheOutermostMethodIsNamed() {
    assertThat(waits(frame("sun.nio.ch.Net", "poll"), frame("scala.concurrent.Await", "ready")))
        .isEqualTo("leak: orders blocks in Await.ready at 26:07:08.009");
  }

  @Test
  void withoutAStackThereIsNothingToName() {
    assertThat(waits()).isEqualTo("leak: orders blocks at 26:07:08.009");
  }

  @Test
  void whatIsNoTasksIsSystemWork() {
    assertThat(Leak.wait(null, NOW, new StackTraceElement[0]))
        .isEqualTo("leak: system work blocks at 26:07:08.009");
    assertThat(Leak.handler(null, "waits", NOW))
        .startsWith("leak: system work waits in its handler at 26:07:08.009");
  }

  @Test
  void aSubmissionIsToldWithItsThreadItsReceiverAndItsLine() {
    Thread thread = new Thread("pool-1");
    assertThat(Leak.submission(thread, null, NOW, " (began)"))
        .matches("leak: thread \"pool-1\" submitted work at 26:07:08\\.009 \\(\\w+\\.java:\\d+\\)");
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      ActorRef orders = Adapter.toClassic(stage.task("orders", Behaviors.empty()));
      assertThat(Leak.submission(thread, orders, NOW, ""))
          .startsWith("leak: thread \"pool-1\" sent to orders at 26:07:08.009 (");
      assertThat(Leak.still(orders, NOW, " (Orders.java:12)"))
          .isEqualTo(
              "orders still waits at 26:07:08.009"
                  + " for a future that is completed elsewhere or never (Orders.java:12)");
    }
  }

  @Test
  void whatIsOfThisPackageIsNotTheirs() {
    assertThat(Leak.handler("orders", "waits", NOW))
        .matches("leak: orders waits in its handler at 26:07:08\\.009 \\(\\w+\\.java:\\d+\\)")
        .doesNotContain("LeakWordsTest");
  }
}
