package dev.interleave.drivers.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.drivers.LentHost;
import dev.interleave.drivers.Probe;
import dev.interleave.drivers.display.DisplayDriver.Clear;
import dev.interleave.drivers.display.DisplayDriver.ClearLine;
import dev.interleave.drivers.display.DisplayDriver.Move;
import dev.interleave.drivers.display.DisplayDriver.Print;
import dev.interleave.drivers.display.DisplayDriver.Screen;
import dev.interleave.drivers.display.DisplayDriver.Snapshot;
import dev.interleave.drivers.display.DisplayDriver.Visible;
import dev.interleave.sim.program.ScenarioRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayDriverTest {
  private static final String FREE =
      "drivers { d { type = display, columns = 20, rows = 4, refresh = 100, request-cost = 0 us, character-cost = 0 us } }\n";

  @Test
  void theAnswerComesWhenTheTextIsVisible() {
    Probe probe = Probe.simulated(FREE, "d", Probe.now(print("a")), Probe.at(4, print("b")));
    assertThat(probe.messages()).containsExactly(new Visible(ms(0)), new Visible(ms(10)));
    assertThat(probe.times()).containsExactly(ms(0), ms(10));
  }

  @Test
  void whatTheRequestCostsPassesBeforeAnythingIsSeen() {
    String costly =
        "drivers { d { type = display, request-cost = 2 ms, character-cost = 1 ms } }\n";
    Probe probe = Probe.simulated(costly, "d", Probe.now(print("abc")));
    assertThat(probe.messages()).containsExactly(new Visible(ms(5)));
  }

  @Test
  void everyRequestIsAnsweredOnce() {
    Probe probe =
        Probe.simulated(
            FREE,
            "d",
            Probe.now(print("hello")),
            Probe.at(20, to -> new Move(1, 0, to.narrow())),
            Probe.at(40, to -> new ClearLine(to.narrow())),
            Probe.at(60, to -> new Snapshot(to.narrow())),
            Probe.at(80, to -> new Clear(to.narrow())));
    assertThat(probe.messages())
        .containsExactly(
            new Visible(ms(0)),
            new Visible(ms(20)),
            new Visible(ms(40)),
            new Screen(List.of("h", "", "", ""), 1, 0),
            new Visible(ms(80)));
  }

  @Test
  void aSnapshotHasWhatWasPrintedBefore() {
    Probe probe =
        Probe.simulated(
            FREE,
            "d",
            Probe.now(print("a")),
            Probe.at(1, print("b")),
            Probe.at(1, to -> new Snapshot(to.narrow())));
    assertThat(probe.messages()).contains(new Screen(List.of("ab", "", "", ""), 2, 0));
  }

  @Test
  void stepsOfAScenarioCanPrint() {
    ScenarioRun run =
        ScenarioRun.simulated(
            FREE
                + "programs { p { uses = [d], steps = [ { tell = d, print { text = \"500000500000\\n\" } }\n"
                + "{ ask = d, print { text = done } } ] } }\n");
    assertThat(run.text("d.screen")).isEqualTo("500000500000\ndone");
    assertThat(run.drops()).isZero();
  }

  @Test
  void keyLatencyIsMeasuredFromTheStamp() {
    Probe probe =
        Probe.simulated(
            FREE, "d", Probe.at(7, to -> new Print("x", Optional.of(ms(3)), to.narrow())));
    assertThat(probe.run().samples("d.key-latency")).containsExactly(ms(4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void aPipeGetsEveryLineInOrderOnAnyDispatcher(String dispatcher) {
    PaperTerminal paper = new PaperTerminal(HostScreen.Kind.PLAIN, 80, 24);
    Probe probe = lines(dispatcher, paper, 2000);
    assertThat(paper.raw()).isEqualTo(wanted(2000));
    assertThat(probe.run().drops()).isZero();
    assertThat(probe.run().text("d.text")).isEqualTo(wanted(2000).stripTrailing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void aTerminalShowsTheEndOnAnyDispatcher(String dispatcher) {
    PaperTerminal paper = new PaperTerminal(HostScreen.Kind.ANSI, 80, 24);
    lines(dispatcher, paper, 200);
    assertThat(paper.text()).isEqualTo(wanted(200).stripTrailing());
  }

  @Test
  void theScreenOutlivesACrash() {
    Probe probe =
        Probe.simulated(
            FREE,
            "d",
            Probe.now(print("one\ntwo")),
            Probe.at(50, to -> new Print(null, to.narrow())),
            Probe.at(60, print("!")));
    assertThat(probe.messages()).containsExactly(new Visible(ms(0)), new Visible(ms(60)));
    assertThat(probe.run().text("d.screen")).isEqualTo("one\ntwo!");
  }

  @Test
  void whoWaitsForAFrameIsToldOfACrash() {
    Probe probe =
        Probe.simulated(
            FREE,
            "d",
            Probe.now(print("a")),
            Probe.at(2, print("b")),
            Probe.at(3, to -> new Print(null, to.narrow())));
    assertThat(probe.messages()).containsExactly(new Visible(ms(0)), new DisplayDriver.Unplugged());
  }

  /** Prints lines without waiting for one to be seen, and then for all. */
  private static Probe lines(String dispatcher, HostScreen screen, int count) {
    return Probe.run(
        dispatcher,
        FREE,
        new LentHost().with(HostScreen.class, screen),
        "d",
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> Probe.at(i == count ? 300 : i / 10, print("line " + i + "\n")))
            .toList(),
        heard -> List.of(),
        new Count(count)::reached);
  }

  private static final class Count {
    private int missing;

    Count(int missing) {
      this.missing = missing;
    }

    boolean reached(Object message) {
      return --missing == 0;
    }
  }

  private static String wanted(int count) {
    StringBuilder wanted = new StringBuilder();
    IntStream.rangeClosed(1, count).forEach(i -> wanted.append("line ").append(i).append('\n'));
    return wanted.toString();
  }

  private static Function<ActorRef<Object>, Object> print(String text) {
    return to -> new Print(text, to.narrow());
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
