package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Accounts;
import dev.interleave.kernel.trace.Event;
import dev.interleave.stage.Scene;
import java.util.List;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StartTurnTest {

  /** Sends to itself while it starts, and ends when it hears of it. */
  private record Herself() implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      context.actor().getSelf().tell("hello");
      return Behaviors.receiveMessage(hello -> Behaviors.stopped());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void whatArrivesDuringTheStartHasATurnOfItsOwn(Machine machine) {
    Scene scene = new Scene(machine, new Fifo()).program("herself", new Herself()).played();
    assertThat(scene.events(Event.Taken.class))
        .extracting(Event.Taken::message)
        .startsWith("", "String");
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void everyMessageThatWasHandledIsInTheAccounts(Machine machine) {
    Scene scene = new Scene(machine, new Fifo()).program("herself", new Herself()).played();
    Accounts accounts = new Accounts();
    List<Event> lived =
        scene.events().stream().filter(event -> !(event instanceof Event.Stopped)).toList();
    lived.forEach(accounts::event);
    assertThat(accounts.now())
        .singleElement()
        .satisfies(account -> assertThat(account.turns()).isEqualTo(1))
        .satisfies(account -> assertThat(account.mailbox()).isZero());
  }
}
