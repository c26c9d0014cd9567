package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Event;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Scene;
import dev.interleave.stage.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bound of a mailbox is for what others send, not for what keeps a component together. */
class OwnMessagesTest {
  private final List<String> seen = new ArrayList<>();

  private static TaskSettings bounded(int capacity, Overflow overflow) {
    return new TaskSettings(
        0,
        1,
        Optional.empty(),
        new MailboxSettings(capacity, overflow),
        Map.of(),
        RestartSettings.DEFAULT);
  }

  private static Machine simulated() {
    return Machine.Simulated.of(1, 1);
  }

  @ParameterizedTest
  @EnumSource(Overflow.class)
  void whatAComponentsOwnTasksAndTimersSayIsNeverLost(Overflow overflow) {
    Doing parent =
        new Doing(
            context -> {
              ActorRef<String> self = context.actor().getSelf();
              Behavior<String> echo =
                  Behaviors.receiveMessage(
                      message -> {
                        self.tell("child " + message);
                        return Behaviors.same();
                      });
              ActorRef<String> child = context.actor().spawn(echo, "child");
              context.actor().scheduleOnce(Duration.ZERO, child, "up");
              return Behaviors.withTimers(
                  timers -> {
                    timers.startSingleTimer("tick", Duration.ZERO);
                    return Behaviors.receiveMessage(
                        message -> {
                          seen.add(message);
                          context.consume(Duration.ofMillis(1));
                          return Behaviors.same();
                        });
                  });
            });
    new Scene(simulated(), new Fifo())
        .driver("driver", bounded(2, overflow), parent)
        .program("teller", Telling.all("driver 1", "driver 2", "driver 3", "driver 4"), "driver")
        .played();
    assertThat(seen).contains("child up", "tick");
  }

  @Test
  void dropOldestKeepsInterrupts() {
    Doing driver =
        new Doing(
            context -> {
              context.device(bus -> bus.interrupt(0), badges -> "interrupt");
              return Behaviors.receiveMessage(
                  message -> {
                    seen.add(message);
                    context.consume(Duration.ofMillis(1));
                    return Behaviors.same();
                  });
            });
    Scene scene =
        new Scene(simulated(), new Fifo())
            .driver("driver", bounded(2, Overflow.DROP_OLDEST), driver)
            .program(
                "teller", Telling.all("driver 1", "driver 2", "driver 3", "driver 4"), "driver")
            .played();
    assertThat(seen).containsExactly("interrupt", "4");
    assertThat(scene.events(Event.Dropped.class)).hasSize(3);
  }
}
