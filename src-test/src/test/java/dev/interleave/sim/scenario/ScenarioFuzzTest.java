package dev.interleave.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.config.Mistake;
import dev.interleave.kernel.config.MistakesFound;
import dev.interleave.kernel.config.UnreadableFile;
import dev.interleave.property.Seeded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file contains, it is loaded, or its mistakes are told: nothing else ever happens. */
class ScenarioFuzzTest {

  private static final String SCENARIO =
      """
      # A scenario to damage.
      include "base"
      let { wait = 3 ms, colour = "red" }
      dispatcher { type = simulated, cores = 4, seed = 7, pace = 0.5 }
      policy { type = round-robin, quantum = ${let.wait} }
      until = 10 s
      drivers {
        a { type = lamp, latency = 4 ms, colour = ${let.colour}, uses = [b], priority = 3 }
        b { type = lamp, mailbox { capacity = 7, overflow = drop-oldest }, costs { switch-on = 5 us } }
        c = ${drivers.b} { weight = 2, restart { limit = 3, backoff = 1 ms } }
        nic { type = network, link { latency = 200 us, loss = 0.01, jitter = 1 us, mtu = 1500 B } }
        vector { type = vector, lanes = 4, deadline = 5 ms }
        pile { type = store, capacity = 3, items = 2 }
        timer { type = timer }
      }
      programs {
        r { uses = [nic, vector, pile], steps = [
          { ask = vector, sum { n = 10 } }, { ask = nic, ping { host = host } }
          { ask = pile, take {} }, { tell = pile, put {} } ] }
        p { uses = [a, b], repeat = 100, every = 1 s, count = 3, steps = [
          { ask = a, switch-on { watts = 3 } }, { sleep = 1 ms }, { compute = 5 ms }, yield
          { choose = [ { weight = 3, steps = [ exit ] } ] }, { lock = l }, { unlock = l }
          { fork = f, steps = [ { tell = b, switch-on { watts = 1 } } ] }, { join = f } ] }
        q { type = idler, uses = [a], poisson = ${?GAP} }
      }
      expect = [ "drops = 0", "[simulated] elapsed = 5 ms", "p.response.p99 < 5 ms" ]
      """;

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "=",
          ":",
          ",",
          "\"",
          "\n",
          "${",
          "}",
          "${?",
          "+=",
          "#",
          "//",
          "\\",
          "\"\"\"",
          "include \"base\"",
          "include",
          "null",
          "true",
          "NaN",
          "-1",
          "1e30 s",
          "300 years",
          "\u0000",
          "\u001b[2J",
          "\uFEFF",
          "\r\n",
          "\ud83d\ude00",
          "type",
          "uses",
          "steps",
          "repeat",
          "let",
          "drivers",
          "a",
          "lamp",
          "$",
          ".",
          "..",
          "${drivers}",
          "${programs.p}",
          "1.5",
          "0");

  @TempDir Path folder;

  private ClassLoader classes = ScenarioFuzzTest.class.getClassLoader();

  @BeforeEach
  void inTheFolder() {
    Loading load = new Loading(folder);
    classes = load.classes();
    load.write("base.conf", "until = 5 s\n");
  }

  @Test
  void theUndamagedScenarioIsFine() {
    assertThat(outcome(SCENARIO.getBytes(StandardCharsets.UTF_8), List.of())).isEqualTo("fine");
  }

  @Test
  void damagedScenariosCauseMistakesOnly() {
    Seeded.cases(1_500, seeded -> check(damaged(seeded), List.of()));
  }

  @Test
  void randomBytesCauseMistakesOnly() {
    Seeded.cases(300, seeded -> check(seeded.bytes(seeded.between(0, 300)), List.of()));
  }

  @Test
  void randomPiecesCauseMistakesOnly() {
    Seeded.cases(700, seeded -> check(utf8(pieces(seeded, 40)), List.of()));
  }

  @Test
  void randomOverridesCauseMistakesOnly() {
    Seeded.cases(
        700,
        seeded -> {
          String key = seeded.chance(0.5) ? pieces(seeded, 3) : "drivers.a." + seeded.oneOf(PIECES);
          check(utf8(SCENARIO), List.of(key + "=" + pieces(seeded, 4)));
        });
  }

  /** Loads it twice: what is said must be printable, and the same every time. */
  private void check(byte[] file, List<String> sets) {
    String outcome = outcome(file, sets);
    assertThat(outcome).as(shown(file, sets)).isNotEmpty();
    assertThat(outcome.lines()).allMatch(line -> line.chars().allMatch(c -> c >= ' '));
    assertThat(outcome(file, sets)).isEqualTo(outcome);
  }

  private String outcome(byte[] file, List<String> sets) {
    Surroundings surroundings =
        new Surroundings(
            Optional.of(folder),
            classes,
            Map.of("GAP", "1 s"),
            new ByteArrayInputStream(new byte[0]));
    try {
      Scenario.load(Files.write(folder.resolve("lab.conf"), file).toString(), sets, surroundings);
      return "fine";
    } catch (MistakesFound found) {
      assertThat(found.mistakes()).isNotEmpty().noneMatch(it -> it.problem().isBlank());
      return found.mistakes().stream().map(Mistake::headline).collect(Collectors.joining("\n"));
    } catch (UnreadableFile unreadable) {
      return String.valueOf(unreadable.getMessage());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte[] damaged(Seeded seeded) {
    List<String> tokens = new ArrayList<>(List.of(SCENARIO.split("(?<=\\W)|(?=\\W)")));
    for (int i = seeded.between(1, 4); i > 0; i--) {
      int at = seeded.between(0, tokens.size() - 1);
      switch (seeded.between(0, 3)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, seeded.oneOf(PIECES));
        case 2 -> tokens.set(at, tokens.get(seeded.between(0, tokens.size() - 1)));
        default -> tokens.set(at, seeded.oneOf(PIECES));
      }
    }
    return utf8(String.join("", tokens));
  }

  private static String pieces(Seeded seeded, int most) {
    return Stream.generate(() -> seeded.oneOf(PIECES))
        .limit(seeded.between(0, most))
        .collect(Collectors.joining(seeded.chance(0.5) ? " " : ""));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String shown(byte[] file, List<String> sets) {
    return sets + "\n" + new String(file, StandardCharsets.UTF_8);
  }
}
