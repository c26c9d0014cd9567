package dev.interleave.drivers.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.drivers.network.NetworkDriver.Answer;
import dev.interleave.drivers.network.NetworkDriver.Inbound;
import dev.interleave.drivers.network.NetworkDriver.Line;
import dev.interleave.drivers.network.NetworkDriver.LineReceived;
import dev.interleave.drivers.network.NetworkDriver.Listen;
import dev.interleave.drivers.network.NetworkDriver.Listening;
import dev.interleave.drivers.network.NetworkDriver.Message;
import dev.interleave.drivers.network.NetworkDriver.Ping;
import dev.interleave.drivers.network.NetworkDriver.Send;
import dev.interleave.drivers.network.NetworkDriver.SendReply;
import dev.interleave.drivers.network.NetworkDriver.Unreachable;
import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Host;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.sim.program.ScenarioRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that serves a port of its own kernel's card, and asks it through the card. */
class ListenersTest {

  private static final int PORT = 4000;

  /** The card is up again. */
  private record GoOn() {}

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void aListenerAnswersLines(String dispatcher) {
    assertThat(new Server(List.of("one", "two"), 0).run(dispatcher))
        .satisfiesExactly(
            it -> assertThat(it).isEqualTo(new Listening(PORT)),
            it -> assertThat(((LineReceived) it).text()).isEqualTo("one"),
            it -> assertThat(((Line) it).text()).isEqualTo("ONE"),
            it -> assertThat(((LineReceived) it).text()).isEqualTo("two"),
            it -> assertThat(((Line) it).text()).isEqualTo("TWO"));
  }

  @Test
  void theListenerHearsWhoAsked() {
    assertThat(new Server(List.of("one"), 0).run("simulated").get(1))
        .isInstanceOfSatisfying(LineReceived.class, it -> assertThat(it.from()).isEqualTo("nic"));
  }

  @Test
  void anAnswerThatDoesNotFitIsAnErrorForWhoAsked() {
    assertThat(new Server(List.of("one"), 3000).run("simulated").get(2))
        .isEqualTo(
            new Unreachable(
                "nic",
                "the answer needs 3006 bytes and a datagram here carries 1472:"
                    + " shorten it or raise link.mtu"));
  }

  @Test
  void aListenerOutlivesTheCardsCrash() {
    assertThat(new Server(List.of("one"), 0, true).run("simulated"))
        .satisfiesExactly(
            it -> assertThat(it).isEqualTo(new Listening(PORT)),
            it -> assertThat(((LineReceived) it).text()).isEqualTo("one"),
            it -> assertThat(((Line) it).text()).isEqualTo("ONE"));
  }

  /**
   * Sends each line to itself when the one before was answered.
   *
   * @param padding the least length of an answer
   * @param crash whether the card crashes once before the first line
   */
  private record Server(List<String> lines, int padding, boolean crash, List<Object> heard)
      implements Program<Object> {

    Server(List<String> lines, int padding) {
      this(lines, padding, false);
    }

    Server(List<String> lines, int padding, boolean crash) {
      this(lines, padding, crash, Collections.synchronizedList(new ArrayList<>()));
    }

    List<Object> run(String dispatcher) {
      String text = "drivers { nic { type = network } }";
      Plan plan = ScenarioRun.load(text, "dispatcher.type=" + dispatcher).plan();
      List<Part> parts = new ArrayList<>(plan.parts());
      parts.add(
          new Part.ProgramPart(
              "server", this, List.of("nic"), TaskSettings.DEFAULT, new Arrivals.Once()));
      Plan whole = new Plan(plan.name(), plan.machine(), plan.policy(), plan.until(), parts);
      Outcome outcome = Kernel.boot(whole, List.of(), Host.NONE).run();
      assertThat(outcome.end()).isEqualTo(Outcome.End.FINISHED);
      return heard;
    }

    @Override
    public Behavior<Object> start(ProgramContext<Object> context) {
      ActorRef<Message> nic = context.connect("nic", Message.class);
      ActorRef<Inbound> inbound = context.actor().messageAdapter(Inbound.class, it -> it);
      ActorRef<SendReply> replies = context.actor().messageAdapter(SendReply.class, it -> it);
      nic.tell(new Listen(PORT, inbound));
      return Behaviors.receive(Object.class)
          .onMessage(Listening.class, message -> listening(message, context, nic, replies))
          .onMessage(GoOn.class, message -> next(nic, replies))
          .onAnyMessage(message -> hear(message, nic, replies))
          .build();
    }

    @SuppressWarnings("NullAway") // no host at all is more than the driver can take
    private Behavior<Object> listening(
        Listening message,
        ProgramContext<Object> context,
        ActorRef<Message> nic,
        ActorRef<SendReply> replies) {
      heard.add(message);
      if (!crash) {
        return next(nic, replies);
      }
      nic.tell(new Ping(null, replies.unsafeUpcast()));
      context.actor().scheduleOnce(Duration.ofMillis(50), context.actor().getSelf(), new GoOn());
      return Behaviors.same();
    }

    private Behavior<Object> hear(
        Object message, ActorRef<Message> nic, ActorRef<SendReply> replies) {
      heard.add(message);
      if (message instanceof LineReceived line) {
        String answer = line.text().toUpperCase(java.util.Locale.ROOT);
        line.nic().tell(new Answer(line.line(), answer + "x".repeat(padding(answer))));
        return Behaviors.same();
      }
      return next(nic, replies);
    }

    private Behavior<Object> next(ActorRef<Message> nic, ActorRef<SendReply> replies) {
      int next = (heard.size() - 1) / 2;
      if (next == lines.size()) {
        return Behaviors.stopped();
      }
      nic.tell(new Send("nic", PORT, lines.get(next), replies));
      return Behaviors.same();
    }

    private int padding(String answer) {
      return Math.max(0, padding - answer.length());
    }
  }
}
