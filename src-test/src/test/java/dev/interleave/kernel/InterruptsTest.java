package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Event;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class InterruptsTest {
  private final List<String> seen = new ArrayList<>();

  private record Raise(int millis, int badge) {}

  /** Raises badges at given times. */
  private record Line(List<Raise> raises) implements Device {
    @Override
    public void plug(Bus bus) {
      for (Raise raise : raises) {
        bus.after(Duration.ofMillis(raise.millis), () -> bus.interrupt(raise.badge));
      }
    }
  }

  private Scene play(Device device, BiConsumer<DriverContext<String>, InterruptLine> onInterrupt) {
    Doing driver =
        new Doing(
            context -> {
              InterruptLine line = context.device(device, Long::toBinaryString);
              return Behaviors.receiveMessage(
                  badges -> {
                    seen.add(badges + "@" + context.clock().sinceBoot().toMillis());
                    onInterrupt.accept(context, line);
                    return Behaviors.same();
                  });
            });
    return new Scene(Machine.Simulated.of(1, 1), new Fifo()).driver("driver", driver).played();
  }

  private static Raise at(int millis, int badge) {
    return new Raise(millis, badge);
  }

  private static Line line(Raise... raises) {
    return new Line(List.of(raises));
  }

  @Test
  void eachBecomesAMessageWithItsBadge() {
    play(line(at(1, 0), at(3, 5)), (context, line) -> {});
    assertThat(seen).containsExactly("1@1", "100000@3");
  }

  @Test
  void thosePendingComeAsOneMessage() {
    play(
        line(at(1, 0), at(2, 1), at(3, 3)),
        (context, line) -> context.consume(Duration.ofMillis(10)));
    assertThat(seen).containsExactly("1@1", "1010@11");
  }

  @Test
  void oneThatIsPendingIsNeverQueuedAgain() {
    Scene scene =
        play(
            line(at(1, 0), at(2, 0), at(3, 0), at(4, 0)),
            (context, line) -> context.consume(Duration.ofMillis(10)));
    assertThat(seen).containsExactly("1@1", "1@11");
    assertThat(scene.events(Event.Interrupt.class))
        .extracting(Event.Interrupt::coalesced)
        .containsExactly(false, false, true, true);
    assertThat(scene.events(Event.Sent.class)).hasSize(2);
  }

  @Test
  void maskedOnesWaitUntilTheyAreUnmasked() {
    play(
        line(at(1, 0), at(2, 1), at(3, 1), at(4, 2)),
        (context, line) -> {
          if (seen.size() == 1) {
            line.mask();
            context
                .actor()
                .scheduleOnce(Duration.ofMillis(20), context.actor().getSelf(), "unmask");
          } else if (seen.get(seen.size() - 1).startsWith("unmask")) {
            line.unmask();
          }
        });
    assertThat(seen).containsExactly("1@1", "unmask@21", "110@21");
  }

  @Test
  void whatWasOnItsWayWhenTheLineWasMaskedWaitsToo() {
    List<InterruptLine> lines = new ArrayList<>();
    Doing driver =
        new Doing(
            context -> {
              lines.add(context.device(line(at(1, 0)), badges -> "interrupt"));
              context.actor().scheduleOnce(Duration.ofMillis(0), context.actor().getSelf(), "mask");
              context
                  .actor()
                  .scheduleOnce(Duration.ofMillis(9), context.actor().getSelf(), "unmask");
              return Behaviors.receiveMessage(
                  message -> {
                    seen.add(message + "@" + context.clock().sinceBoot().toMillis());
                    if (message.equals("mask")) {
                      context.consume(Duration.ofMillis(3));
                      lines.get(0).mask();
                    } else if (message.equals("unmask")) {
                      lines.get(0).unmask();
                    }
                    return Behaviors.same();
                  });
            });
    new Scene(Machine.Simulated.of(1, 1), new Fifo()).driver("driver", driver).played();
    assertThat(seen).containsExactly("mask@0", "unmask@9", "interrupt@9");
  }

  @Test
  void anUnpluggedDeviceRaisesNoMore() {
    play(line(at(1, 0), at(2, 0)), (context, line) -> line.unplug());
    assertThat(seen).containsExactly("1@1");
  }

  @Test
  void badgesAreFromZeroToSixtyThree() {
    play(line(at(1, 63)), (context, line) -> {});
    assertThat(seen).containsExactly("1" + "0".repeat(63) + "@1");
    for (int badge : new int[] {-1, 64}) {
      assertThatThrownBy(() -> play(line(at(1, badge)), (context, line) -> {}))
          .hasMessageContaining("badge " + badge + " is not from 0 to 63");
    }
  }
}
