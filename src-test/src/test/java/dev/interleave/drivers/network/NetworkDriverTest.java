package dev.interleave.drivers.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.drivers.Dialogue;
import dev.interleave.drivers.Dialogue.Question;
import dev.interleave.drivers.network.NetworkDriver.Line;
import dev.interleave.drivers.network.NetworkDriver.Listen;
import dev.interleave.drivers.network.NetworkDriver.Listening;
import dev.interleave.drivers.network.NetworkDriver.Ping;
import dev.interleave.drivers.network.NetworkDriver.Pong;
import dev.interleave.drivers.network.NetworkDriver.Refused;
import dev.interleave.drivers.network.NetworkDriver.Send;
import dev.interleave.drivers.network.NetworkDriver.TimedOut;
import dev.interleave.drivers.network.NetworkDriver.Unreachable;
import dev.interleave.sim.program.ScenarioRun;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkDriverTest {

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void pingsAndLinesAreAnsweredOnEveryDispatcher(String dispatcher) {
    Dialogue dialogue =
        ask(dispatcher, "", ping("host"), ping("10.0.0.2"), send(7, "hello"), send(70, "abc"));
    assertThat(dialogue.replies().get(0))
        .isInstanceOfSatisfying(Pong.class, it -> assertThat(it.sequence()).isEqualTo(1));
    assertThat(dialogue.replies().get(1))
        .isInstanceOfSatisfying(Pong.class, it -> assertThat(it.sequence()).isEqualTo(2));
    assertThat(dialogue.replies().get(2))
        .isInstanceOfSatisfying(Line.class, it -> assertThat(it.text()).isEqualTo("hello"));
    assertThat(dialogue.replies().get(3))
        .isInstanceOfSatisfying(Line.class, it -> assertThat(it.text()).isEqualTo("cba"));
    assertThat(dialogue.run().drops()).isZero();
  }

  @Test
  void theRoundTripIsTwiceTheLinkAndTheCostOfTheAnswer() {
    // a ping is a frame of 98 bytes and 24 of overhead: 976 ns at 1 Gbit/s
    assertThat(ask("simulated", "", ping("host")).replies())
        .containsExactly(new Pong("host", 1, Duration.ofNanos(2 * (200_000 + 976) + 10_000)));
  }

  @Test
  void withoutACostOfFramesOnlyTheLinkTakesTime() {
    assertThat(ask("simulated", "frame-cost = 0 us", ping("host")).replies())
        .containsExactly(new Pong("host", 1, Duration.ofNanos(2 * (200_000 + 976))));
  }

  @Test
  void anUnknownHostIsAnsweredInWords() {
    String reason = "unknown host 'hots' (known: host, nic; or an address such as 10.0.0.2)";
    Question line = to -> new Send("hots", 7, "x", to.narrow());
    assertThat(ask("simulated", "", ping("hots"), line).replies())
        .containsExactly(new Unreachable("hots", reason), new Unreachable("hots", reason));
  }

  @Test
  void anAddressThatNobodyHasIsAnsweredInWords() {
    assertThat(ask("simulated", "ping-timeout = 10 s", ping("10.0.0.9")).replies())
        .containsExactly(
            new Unreachable("10.0.0.9", "nobody on the link has 10.0.0.9 (asked 8 times)"));
  }

  @Test
  void aPingThatIsNotAnsweredTimesOut() {
    // the address is known after 400 ms, and the echo would be there after 800 ms
    Dialogue dialogue =
        ask("simulated", "link { latency = 200 ms }, ping-timeout = 700 ms", ping("host"));
    assertThat(dialogue.replies()).containsExactly(new TimedOut("host", "no answer within 700 ms"));
    assertThat(dialogue.run().count("nic.timed-out")).isEqualTo(1);
  }

  @Test
  void aHostThatDoesNotSayWhoItIsIsUnreachable() {
    assertThat(ask("simulated", "link { loss = 1 }, ping-timeout = 300 ms", ping("host")).replies())
        .containsExactly(
            new Unreachable("host", "nobody on the link said within 300 ms that it is 10.0.0.2"));
  }

  @Test
  void aPortThatNobodyListensOnIsAnsweredInWords() {
    assertThat(ask("simulated", "", send(9, "x")).replies())
        .containsExactly(
            new Unreachable(
                "host",
                "nobody listens on port 9 of host"
                    + " (every host has 7 echo, 13 time since boot, 70 reverse)"));
  }

  @Test
  void aLineLongerThanTheLinkTakesIsRefusedInWords() {
    assertThat(ask("simulated", "", send(7, "x".repeat(2000)), send(7, "x".repeat(1466))).replies())
        .satisfiesExactly(
            reply ->
                assertThat(reply)
                    .isEqualTo(
                        new Unreachable(
                            "host",
                            "the line needs 2006 bytes and a datagram here carries 1472:"
                                + " shorten it or raise link.mtu")),
            reply -> assertThat(reply).isInstanceOf(Line.class));
  }

  @Test
  void noLineIsLostOnALinkThatLosesEveryFifthFrame() {
    Dialogue dialogue =
        Dialogue.on(
            "simulated",
            nic("link { loss = 0.2, reorder = 0.1, jitter = 100 us }, retry { attempts = 20 }"),
            "nic",
            Collections.nCopies(300, send(7, "hello")));
    assertThat(dialogue.replies())
        .hasSize(300)
        .allSatisfy(it -> assertThat(it).isInstanceOf(Line.class));
    assertThat(dialogue.run().count("nic.retransmissions")).isBetween(60L, 300L);
    assertThat(dialogue.run().count("nic.lost")).isBetween(60L, 300L);
    assertThat(dialogue.run().drops()).isZero();
  }

  @Test
  void theFirstAnswerToARepeatedLineIsTheOnlyOne() {
    Dialogue dialogue =
        ask("simulated", "link { latency = 30 ms }, retry { timeout = 10 ms }", send(13, ""));
    assertThat(dialogue.run().count("nic.retransmissions")).isGreaterThan(1);
    assertThat(dialogue.run().samples("nic.rtt")).hasSize(1);
  }

  @Test
  void oneAttemptIsOnce() {
    String once = "link { latency = 30 ms }, retry { timeout = 10 ms, attempts = 1 }";
    Question[] lines = Collections.nCopies(8, send(7, "hello")).toArray(Question[]::new);
    assertThat(ask("simulated", once, lines).replies())
        .contains(new Unreachable("host", "nobody on the link has 10.0.0.2 (asked once)"))
        .contains(new TimedOut("host", "no answer (sent once)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void theCardAnswersItself(String dispatcher) {
    assertThat(ask(dispatcher, "", ping("nic"), toSelf(7, "hello"), toSelf(9, "x")).replies())
        .satisfiesExactly(
            reply -> assertThat(reply).isInstanceOf(Pong.class),
            reply -> assertThat(((Line) reply).text()).isEqualTo("hello"),
            reply -> assertThat(reply).isInstanceOf(Unreachable.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void aCrashIsToldAndTheNextLifeGoesOnCounting(String dispatcher) {
    List<Object> replies = ask(dispatcher, "", ping("host"), crash(), ping("host")).replies();
    assertThat(replies.get(1)).asString().startsWith("nic crashed: ");
    assertThat(replies.get(2))
        .isInstanceOfSatisfying(Pong.class, it -> assertThat(it.sequence()).isEqualTo(2));
  }

  @Test
  void noTimerOfAnEarlierLifeGoesOff() {
    String nobody = "steps = [ { ask = nic, ping { host = \"10.0.0.9\" } } ]";
    Dialogue dialogue =
        Dialogue.on(
            "simulated",
            nic("ping-timeout = 100 ms") + "programs { lost { uses = [nic], " + nobody + " } }",
            "nic",
            List.of(ping("host"), crash(), ping("host")));
    assertThat(dialogue.run().count("lost.failures")).isEqualTo(1);
    assertThat(dialogue.run().count("nic.timed-out")).isZero();
  }

  @Test
  void aTakenPortIsRefused() {
    Question free = to -> new Listen(4000, to.narrow());
    Question taken = to -> new Listen(7, to.narrow());
    assertThat(ask("simulated", "", free, taken).replies())
        .containsExactly(new Listening(4000), new Refused(7, "port 7 is taken"));
  }

  @Test
  void aFloodBeyondTheRingsIsCountedNotQueuedForEver() {
    ScenarioRun run =
        ScenarioRun.simulated(
            nic("rings { rx = 4, tx = 4 }, frame-cost = 0 us, ping-timeout = 50 ms")
                + """
                programs { flood { uses = [nic], count = 64, every = 1 us,
                                   steps = [ { ask = nic, ping { host = host } } ] } }
                """,
            "drivers.nic.link.rate=1000000");
    assertThat(run.count("nic.timed-out") + run.samples("nic.rtt").size()).isEqualTo(64);
    assertThat(run.drops()).isPositive().isEqualTo(run.count("nic.timed-out"));
  }

  @Test
  void oneSeedIsOneTrace() {
    String text =
        nic("link { loss = 0.2, jitter = 1 ms, reorder = 0.2 }")
            + """
            programs { p { uses = [nic], repeat = 50, steps = [
              { ask = nic, ping { host = host } }
              { ask = nic, send { host = host, port = 7, text = hello } } ] } }
            """;
    ScenarioRun first = ScenarioRun.simulated(text);
    assertThat(ScenarioRun.simulated(text).digest()).isPresent().isEqualTo(first.digest());
    assertThat(ScenarioRun.simulated(text, "dispatcher.seed=7").digest())
        .isPresent()
        .isNotEqualTo(first.digest());
  }

  @Test
  void impossibleSettingsAreMistakesOfTheirLine() {
    for (String wrong :
        List.of(
            "link { loss = 1.5 }",
            "link { mtu = 100 B }",
            "link { rate = 0 }",
            "link { latency = -1 ms }",
            "address = 10.0.0.300",
            "address = 10.0.0.2",
            "mac = \"01:00:00:00:00:00\"",
            "udp { peer-port = 7401 }",
            "rings { rx = 0 }")) {
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ScenarioRun.load(nic(wrong))))
          .as(wrong)
          .isNotNull();
    }
  }

  private static Dialogue ask(String dispatcher, String settings, Question... questions) {
    return Dialogue.on(dispatcher, nic(settings), "nic", List.of(questions));
  }

  private static String nic(String settings) {
    return "drivers { nic { type = network, " + settings + " } }\n";
  }

  private static Question ping(String host) {
    return to -> new Ping(host, to.narrow());
  }

  /** No host at all is more than the driver can take. */
  @SuppressWarnings("NullAway") // the point of it
  private static Question crash() {
    return to -> new Ping(null, to.narrow());
  }

  private static Question send(int port, String text) {
    return to -> new Send("host", port, text, to.narrow());
  }

  private static Question toSelf(int port, String text) {
    return to -> new Send("nic", port, text, to.narrow());
  }
}
