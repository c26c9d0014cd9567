package dev.interleave.sim.expect;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigValueFactory;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.config.MetricDefinition;
import dev.interleave.kernel.config.MetricDefinition.Kind;
import dev.interleave.kernel.config.MetricDefinition.Unit;
import dev.interleave.kernel.config.Mistake;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.trace.Event;
import dev.interleave.sim.expect.Checked.Verdict;
import dev.interleave.sim.metric.MetricCatalog;
import dev.interleave.sim.metric.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {
  private static final Machine SIMULATED = Machine.Simulated.of(4, 1);
  private static final Machine ONE_THREAD = new Machine.OneThread(1);

  private final MetricCatalog catalog =
      MetricCatalog.of(
          Map.of(
              "key",
              Optional.of(
                  List.of(
                      new MetricDefinition("latency", Kind.SAMPLE, Unit.DURATION, ""),
                      new MetricDefinition("sent", Kind.COUNT, Unit.BYTES, ""),
                      new MetricDefinition("screen", Kind.TEXT, Unit.TEXT, "")))));
  private final Mistakes mistakes = new Mistakes();
  private final Tally tally = new Tally(catalog, 1);

  ExpectationTest() {
    tally.event(new Event.Started(0, 1, 0, "key"));
    tally.event(new Event.Measured(1, 1, "latency", 5_000_000));
    tally.event(new Event.Counted(1, 1, "sent", 65536));
    tally.event(new Event.Published(1, 1, "screen", "it said 'hello'\nand 500000500000"));
    tally.event(new Event.Left(10, 1, 0, Event.Why.COMPLETED, 12_000_000));
    tally.event(new Event.Halted(1_000_000_000, 0, "EXITED"));
  }

  private Optional<Expectation> parse(Object text) {
    return Expectation.parse(ConfigValueFactory.fromAnyRef(text, "lab"), catalog, mistakes);
  }

  private Checked check(String text, Machine machine) {
    return parse(text)
        .orElseThrow(() -> new AssertionError(mistakes.all()))
        .check(tally.metrics(), machine);
  }

  private String mistake(Object text) {
    assertThat(parse(text)).isEmpty();
    List<Mistake> all = mistakes.all();
    assertThat(all).hasSize(1);
    return all.get(0).problem();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elapsed = 1 s",
        "elapsed == 1000 ms",
        "elapsed<=1s",
        "elapsed >= 0.5 s",
        "elapsed != 1001 ms",
        "drops = 0",
        "drops < 1",
        "core.busy = 1.2 %",
        "core.busy < 2%",
        "key.latency.p99 = 5 ms",
        "key.latency.p99.9 < 5.1 ms",
        "key.latency.count = 1",
        "key.sent = 64 KiB",
        "key.sent > 64 kB",
        "key.cpu = 12 ms",
        "key.screen contains '500000500000'",
        "key.screen contains \"'hello'\"",
        "key.screen != 'hello'",
        "key.drops.mailbox = 0",
        "  drops   =   0  "
      })
  void holds(String text) {
    assertThat(check(text, SIMULATED).verdict()).isEqualTo(Verdict.MET);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "elapsed < 1 s, 1 s",
        "drops > 0, 0",
        "core.busy > 1.2 %, 1.2 %",
        "key.latency.p99 < 4 ms, 5 ms",
        "key.sent = 64 kB, 64 KiB",
        "key.latency.p99 = 5.001 ms, 5 ms",
        "key.turns = 3, 0"
      })
  void tellsWhatWasMeasuredInstead(String text, String measured) {
    Checked checked = check(text, SIMULATED);
    assertThat(checked.verdict()).isEqualTo(Verdict.UNMET);
    assertThat(checked.measured()).isEqualTo(measured);
    assertThat(checked.complaint())
        .isEqualTo("expectation not met: " + text + ", measured " + measured + "   (lab)");
  }

  @Test
  void roundingNeverHidesWhyItIsNotMet() {
    tally.event(new Event.Halted(1_000_000_001, 0, "EXITED"));
    assertThat(check("elapsed = 1 s", SIMULATED).measured()).isEqualTo("1.000000001 s");
  }

  @Test
  void whatWasNeverMeasuredMeetsNothing() {
    Tally empty = new Tally(catalog, 1);
    Expectation expectation = parse("key.latency.p99 < 5 ms").orElseThrow();
    Checked checked = expectation.check(empty.metrics(), SIMULATED);
    assertThat(checked.verdict()).isEqualTo(Verdict.UNMET);
    assertThat(checked.measured()).isEqualTo("nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[simulated] drops = 1         | UNMET | SKIPPED",
        "[one-thread] drops = 1        | SKIPPED | UNMET",
        "[simulated, multicore] drops = 1 | UNMET | SKIPPED",
        "[simulated 4] drops = 1       | UNMET | SKIPPED",
        "[simulated 2] drops = 1       | SKIPPED | SKIPPED",
        "drops = 1                     | UNMET | UNMET"
      })
  void aPrefixSaysWhereItApplies(String text, Verdict simulated, Verdict oneThread) {
    assertThat(check(text, SIMULATED).verdict()).isEqualTo(simulated);
    assertThat(check(text, ONE_THREAD).verdict()).isEqualTo(oneThread);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "key.latncy.p99 < 5 ms | no metric 'key.latncy.p99'; did you mean 'key.latency.p99'? "
            + " (interleave list metrics)",
        "kay.cpu < 5 ms | no metric 'kay.cpu'; did you mean 'key.cpu'?  (interleave list metrics)",
        "drop = 0 | no metric 'drop'; did you mean 'drops'?  (interleave list metrics)",
        "key.latency < 5 ms | 'key.latency' has many values: say which, such as key.latency.p99 "
            + " (interleave list metrics)",
        "elapsed < 5 | what is expected of elapsed must be a duration such as 4 ms, not 5 (it needs"
            + " a unit: ns, us, ms, s, m, h, d)",
        "drops = few | what is expected of drops must be a number such as 0, not few",
        "drops = | what is expected of drops must be a number such as 0, not nothing",
        "core.busy < 2 | what is expected of core.busy must be a percentage such as 1.2 %, not 2",
        "drops ~ 0 | no comparison '~' (there are: <=, >=, !=, <, >, =, contains)",
        "drops contains 0 | drops is no text: compare it with < <= > >= = or !=, not contains",
        "key.screen < 'a' | key.screen is a text: compare it with =, != or contains, not <",
        "key.screen contains x | what is expected of key.screen must be a text in quotes such as"
            + " 'done', not x",
        "key.screen contain 'x' | no comparison 'contain'; did you mean 'contains'?",
        "[simulatd] drops = 0 | no dispatcher 'simulatd' to expect something on; did you mean"
            + " 'simulated'?",
        "be quick | no expectation: 'be quick'; write METRIC COMPARISON VALUE, such as \"drops ="
            + " 0\""
      })
  void whatCannotBeReadIsAMistakeThatSaysWhatWouldBeRight(String text, String problem) {
    assertThat(mistake(text)).isEqualTo(problem);
  }

  @Test
  void somethingElseThanATextIsAMistake() {
    assertThat(mistake(5)).startsWith("no expectation: '5'");
  }
}
