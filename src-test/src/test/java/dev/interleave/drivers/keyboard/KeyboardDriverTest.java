package dev.interleave.drivers.keyboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.drivers.LentHost;
import dev.interleave.drivers.Probe;
import dev.interleave.drivers.keyboard.KeyboardDriver.EndOfInput;
import dev.interleave.drivers.keyboard.KeyboardDriver.Key;
import dev.interleave.drivers.keyboard.KeyboardDriver.Listen;
import dev.interleave.drivers.keyboard.KeyboardDriver.Read;
import dev.interleave.kernel.Host;
import dev.interleave.sim.program.ScenarioRun;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyboardDriverTest {
  private static final String STDIN =
      "drivers { k { type = keyboard, rate = 100, key-cost = 1 us } }\n";
  private static final String SLOW =
      "drivers { k { type = keyboard, source = synthetic, buffer = 2, key-cost = 0 us\n"
          + "typist { words-per-minute = 12000, text = \"abcdef\" } } }\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void aPipeIsReadInOrderToItsEnd(String dispatcher) {
    assertThat(text(reading(dispatcher, STDIN, TypedBytes.pipe("héllo\n"))))
        .isEqualTo("héllo<ENTER>.");
  }

  @ParameterizedTest
  @CsvSource({"one-thread, false", "multicore, false", "one-thread, true", "multicore, true"})
  void aFastInputWaitsForASlowReaderAndLosesNothing(String dispatcher, boolean live) {
    String typed = "0123456789".repeat(2000);
    String small = "drivers { k { type = keyboard, buffer = 3, key-cost = 0 us } }\n";
    Probe probe = reading(dispatcher, small, new TypedBytes(live).type(typed).close());
    assertThat(text(probe)).isEqualTo(typed + ".");
    assertThat(probe.run().drops()).isZero();
  }

  @Test
  void onVirtualTimeAPipeTypesAtItsRate() {
    Probe probe = reading("simulated", STDIN, TypedBytes.pipe("ab"));
    assertThat(probe.messages())
        .containsExactly(
            new Key(Stroke.character('a'), ms(10)),
            new Key(Stroke.character('b'), ms(20)),
            new EndOfInput());
    assertThat(probe.times()).containsExactly(us(10_001), us(20_001), us(30_000));
  }

  @Test
  void whenAPipeSpeaksMakesNoDifferenceOnVirtualTime() {
    TypedBytes late = new TypedBytes(false);
    Thread writer = new Thread(() -> "echo hi\n".chars().forEach(it -> pause(late, it)));
    writer.start();
    Probe slow = reading("simulated", STDIN, late);
    Probe fast = reading("simulated", STDIN, TypedBytes.pipe("echo hi\n"));
    assertThat(slow.run().digest()).isPresent().isEqualTo(fast.run().digest());
  }

  private static void pause(TypedBytes to, int character) {
    for (int i = 0; i < 1000; i++) {
      Thread.yield();
    }
    to.type(Character.toString(character));
    if (character == '\n') {
      to.close();
    }
  }

  @Test
  void withoutAHostTheInputHasEnded() {
    assertThat(text(reading("simulated", STDIN, null))).isEqualTo(".");
  }

  @Test
  void afterTheEndEveryReadIsAnsweredAtOnce() {
    Probe probe =
        Probe.simulated(
            STDIN,
            "k",
            Probe.at(1, KeyboardDriverTest::read),
            Probe.at(2, KeyboardDriverTest::read));
    assertThat(probe.messages()).containsExactly(new EndOfInput(), new EndOfInput());
    assertThat(probe.times()).containsExactly(ms(1), ms(2));
  }

  @Test
  void aListenerHearsEveryKeyAndTheEndOnce() {
    String synthetic =
        "drivers { k { type = keyboard, source = synthetic, typist { text = \"ab\\n\" } } }\n";
    assertThat(text(Probe.simulated(synthetic, "k", Probe.now(KeyboardDriverTest::listen))))
        .isEqualTo("ab<ENTER>.");
  }

  @Test
  void keysThatNobodyTakesOverrunTheBufferAndAreCounted() {
    Probe probe = Probe.simulated(SLOW, "k", Probe.at(5000, KeyboardDriverTest::listen));
    assertThat(text(probe)).isEqualTo("ab.");
    assertThat(probe.run().count("k.keys")).isEqualTo(6);
    assertThat(probe.run().drops()).isEqualTo(4);
  }

  @Test
  void latencyIsCountedFromThePress() {
    Probe probe = Probe.simulated(SLOW, "k", Probe.at(5000, KeyboardDriverTest::listen));
    Key first = (Key) probe.messages().get(0);
    assertThat(probe.run().samples("k.latency").get(0))
        .isEqualTo(ms(5000).minus(first.pressedAt()));
  }

  @Test
  void latencyHasTheTimeThatTheDriverWaitedForACore() {
    Probe probe =
        Probe.simulated(
            SLOW + "programs { hog { steps = [ { compute = 100 ms } ] } }\n",
            "k",
            Probe.now(KeyboardDriverTest::listen));
    Key first = (Key) probe.messages().get(0);
    assertThat(probe.run().samples("k.latency").get(0)).isEqualTo(ms(100).minus(first.pressedAt()));
  }

  @Test
  void aScriptPressesAtItsTimes() throws IOException {
    Files.writeString(folder.resolve("s.keys"), "1 s \"x\"\n3 s ctrl-d\n");
    Probe probe = Probe.simulated(scripted(), "k", Probe.now(KeyboardDriverTest::listen));
    assertThat(probe.messages())
        .containsExactly(
            new Key(Stroke.character('x'), ms(1000)),
            new Key(Stroke.control('D'), ms(3000)),
            new EndOfInput());
  }

  @Test
  void aMistakeInAScriptIsOneOfTheScenario() throws IOException {
    Files.writeString(folder.resolve("s.keys"), "1 s \"x\"\n3 s nonsense\n");
    assertThatThrownBy(() -> ScenarioRun.load(scripted()))
        .hasMessageContaining("s.keys:2: there is no key nonsense");
  }

  @Test
  void aMissingScriptIsAMistakeOfTheScenario() {
    assertThatThrownBy(() -> ScenarioRun.load(scripted())).hasMessageContaining("there is no file");
  }

  @Test
  void aRecordedLiveSessionReplaysToItsDigest() throws IOException {
    StringWriter script = new StringWriter();
    TypedBytes terminal = new TypedBytes(true).type("hello\u001b[A\u0003wörld\r");
    LentHost host = new LentHost().with(HostKeyboard.class, terminal);
    try (ScriptRecorder recorder = new ScriptRecorder(script)) {
      host.with(KeyRecorder.class, recorder);
      Probe live = listening(host, STDIN);
      recorder.close();
      Files.writeString(folder.resolve("s.keys"), script.toString());
      Probe replay = listening(Host.NONE, scripted());
      assertThat(text(live)).isEqualTo("hello<UP><CONTROL>wörld<ENTER>");
      assertThat(replay.run().digest()).isPresent().isEqualTo(live.run().digest());
    }
  }

  @Test
  void theTypistIsTheSameForTheSameSeed() {
    String typing =
        "drivers { k { type = keyboard, source = synthetic, typist { words = 20 } } }\n";
    Probe one = Probe.simulated(typing, "k", Probe.now(KeyboardDriverTest::listen));
    Probe two = Probe.simulated(typing, "k", Probe.now(KeyboardDriverTest::listen));
    assertThat(one.messages()).isEqualTo(two.messages()).hasSizeGreaterThan(40);
    Duration whole = ((Key) one.messages().get(one.messages().size() - 2)).pressedAt();
    assertThat(whole).isBetween(ms(10_000), ms(30_000));
  }

  @Test
  void aMillionKeysOfAPipeAreTyped() {
    String quick = "drivers { k { type = keyboard, rate = 1000000, key-cost = 0 us } }\n";
    Probe probe = reading("simulated", quick, TypedBytes.pipe("x".repeat(1_000_000)));
    assertThat(probe.heard()).hasSize(1_000_001);
  }

  @Test
  void keysWhileTheDriverIsDownAreLostAndCounted() throws IOException {
    Files.writeString(folder.resolve("s.keys"), "10 ms \"a\"\n20100 us \"b\"\n40 ms \"c\"\n");
    Probe probe =
        Probe.simulated(
            scripted(),
            "k",
            Probe.now(KeyboardDriverTest::listen),
            Probe.at(20, to -> new Read(null)),
            Probe.at(30, KeyboardDriverTest::listen));
    assertThat(probe.messages())
        .containsExactly(
            new Key(Stroke.character('a'), ms(10)),
            new KeyboardDriver.Refused("k crashed"),
            new Key(Stroke.character('c'), ms(40)),
            new EndOfInput());
    assertThat(probe.run().drops()).isEqualTo(1);
  }

  @Test
  void aReadThatWaitsIsToldOfACrash() {
    Probe probe =
        Probe.simulated(
            SLOW.replace("synthetic", "none"),
            "k",
            Probe.now(KeyboardDriverTest::read),
            Probe.at(1, to -> new Read(null)));
    assertThat(probe.messages()).containsExactly(new KeyboardDriver.Refused("k crashed"));
  }

  private String scripted() {
    return "drivers { k { type = keyboard, rate = 100, key-cost = 1 us, script = \""
        + folder.resolve("s.keys")
        + "\" } }\n";
  }

  /** Reads one key after the other until the end. */
  private static Probe reading(String dispatcher, String scenario, HostKeyboard keyboard) {
    Host host = keyboard == null ? Host.NONE : new LentHost().with(HostKeyboard.class, keyboard);
    return Probe.run(
        dispatcher,
        scenario,
        host,
        "k",
        List.of(Probe.now(KeyboardDriverTest::read)),
        heard -> heard instanceof Key ? List.of(KeyboardDriverTest::read) : List.of(),
        heard -> heard instanceof EndOfInput);
  }

  /** Listens until the enter key. */
  private static Probe listening(Host host, String scenario) {
    return Probe.run(
        "simulated",
        scenario,
        host,
        "k",
        List.of(Probe.now(KeyboardDriverTest::listen)),
        heard -> List.of(),
        heard -> heard instanceof Key key && key.stroke().symbol() == Symbol.ENTER);
  }

  private static Read read(ActorRef<Object> to) {
    return new Read(to.narrow());
  }

  private static Listen listen(ActorRef<Object> to) {
    return new Listen(to.narrow());
  }

  /** What was typed; a dot for the end of input. */
  private static String text(Probe probe) {
    return probe.messages().stream().map(KeyboardDriverTest::text).collect(Collectors.joining());
  }

  private static String text(Object input) {
    if (input instanceof Key key) {
      String text = key.stroke().text();
      return text.isEmpty() ? "<" + key.stroke().symbol() + ">" : text;
    }
    return ".";
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private static Duration us(long micros) {
    return Duration.ofNanos(micros * 1000);
  }
}
