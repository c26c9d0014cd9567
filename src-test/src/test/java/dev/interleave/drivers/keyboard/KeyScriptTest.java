package dev.interleave.drivers.keyboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.property.Seeded;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyScriptTest {
  private static final long MS = 1_000_000;

  @Test
  void keysOfALineFollowEachOtherAtTheRate() {
    assertThat(parse("1 s \"hi\" enter"))
        .containsExactly(
            press(1000 * MS, Stroke.character('h')),
            press(1100 * MS, Stroke.character('i')),
            press(1200 * MS, Stroke.named(Symbol.ENTER)),
            new Press(1200 * MS, Optional.empty()));
  }

  @Test
  void aPlusIsATimeAfterTheKeyBefore() {
    assertThat(parse("1 s up\n+5 ms down"))
        .element(1)
        .isEqualTo(press(1005 * MS, Stroke.named(Symbol.DOWN)));
  }

  @Test
  void theEndMayComeLaterOrNever() {
    assertThat(parse("1 s up\n2 s end-of-input"))
        .last()
        .isEqualTo(new Press(2000 * MS, Optional.empty()));
    assertThat(parse("1 s up\nopen")).hasSize(1);
    assertThat(parse("open")).isEmpty();
    assertThat(parse("")).containsExactly(new Press(0, Optional.empty()));
  }

  @Test
  void commentsAndEmptyLinesMeanNothing() {
    assertThat(parse("# hello\n\n  \n1ns \"#\""))
        .first()
        .isEqualTo(press(1, Stroke.character('#')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up | s:1: a line begins with a time, as 1.5 s or +20 ms",
        "1 up | s:1: a line begins with a time, as 1.5 s or +20 ms",
        "1 s | s:1: there is a time, but no key",
        "1 s hello | s:1: there is no key hello; text needs quotes",
        "1 s \"hello | s:1: the closing quote is missing",
        "1 s \"\\x\" | s:1: unknown escape \\x",
        "1 s ctrl-cc | s:1: there is no control key ctrl-cc",
        "1 s U+110000 | s:1: U+110000 is no character",
        "1 s alt- | s:1: '' is not one character",
        "0.5 ns up | s:1: 0.5 ns is not a whole number of nanoseconds",
        "99999999999 s up | s:1: 99999999999 s is not a whole number of nanoseconds"
      })
  void aMistakeNamesItsLine(String line, String message) {
    assertThatThrownBy(() -> parse(line)).hasMessage(message);
  }

  @Test
  void timeDoesNotGoBack() {
    assertThatThrownBy(() -> parse("2 s up\n\n1 s up"))
        .hasMessage("s:3: this is before the last key above it");
    assertThatThrownBy(() -> parse("2 s end-of-input\n3 s up"))
        .hasMessage("s:2: nothing can follow the end of input");
  }

  @Test
  void aRecordingPressesTheSameKeysAtTheSameNanoseconds() {
    Seeded.cases(200, KeyScriptTest::recordingIsRead);
  }

  private static void recordingIsRead(Seeded draw) {
    StringWriter file = new StringWriter();
    List<Press> pressed = new ArrayList<>();
    long at = 0;
    try (ScriptRecorder recorder = new ScriptRecorder(file)) {
      for (int i = draw.between(0, 30); i > 0; i--) {
        at += draw.between(0, 1_000_000_000);
        Stroke stroke = anyStroke(draw);
        recorder.pressed(Duration.ofNanos(at), stroke);
        pressed.add(press(at, stroke));
      }
      if (draw.chance(0.5)) {
        recorder.ended(Duration.ofNanos(at));
        pressed.add(new Press(at, Optional.empty()));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    assertThat(KeyScript.parse(file.toString(), "s", 10)).isEqualTo(pressed);
  }

  private static Stroke anyStroke(Seeded draw) {
    Symbol symbol = draw.oneOf(List.of(Symbol.values()));
    return switch (symbol) {
      case CHARACTER -> new Stroke(symbol, anyCharacter(draw));
      case ALT -> new Stroke(symbol, anyCharacter(draw));
      case CONTROL -> Stroke.control((char) draw.between('@', '_'));
      default -> Stroke.named(symbol);
    };
  }

  private static int anyCharacter(Seeded draw) {
    int codePoint =
        draw.chance(0.5) ? draw.between(0, 255) : draw.between(0, Character.MAX_CODE_POINT);
    return codePoint >= 0xD800 && codePoint < 0xE000 ? '"' : codePoint;
  }

  private static Press press(long at, Stroke stroke) {
    return new Press(at, Optional.of(stroke));
  }

  private static List<Press> parse(String text) {
    return KeyScript.parse(text, "s", 10);
  }
}
