package dev.interleave.drivers.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.property.Seeded;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameBufferTest {
  private final List<Piece> output = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();

  @Test
  void textStandsWhereTheCursorWas() {
    FrameBuffer buffer = buffer(10, 3);
    buffer.moveTo(2, 1);
    buffer.print("hi");
    assertThat(screen(buffer)).isEqualTo("|  hi|");
    assertThat(buffer.cursorColumn()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ab~ncd | ab,cd",
        "abcdefgh | abcde,fgh",
        "abcde | abcde",
        "abcde~n1 | abcde,1",
        "ab~rX | Xb",
        "ab~b~bX | Xb",
        "a~tb | a,b",
        "ab~b ~b | a",
        "~b~bx | x",
        "abcdef~b~bX | abcdX,f",
        "漢漢漢 | 漢漢,漢",
        "漢漢X漢 | 漢漢X,漢",
        "漢~bX | X",
        "漢漢~r X | X漢",
        "e\u0301x | e\u0301x",
        "\u0301x | x",
        "a~ab | a\uFFFDb",
        "a~eb | a\uFFFDb"
      })
  void textIsShown(String text, String rows) {
    FrameBuffer buffer = buffer(5, 3);
    buffer.print(
        text.replace("~n", "\n")
            .replace("~r", "\r")
            .replace("~b", "\b")
            .replace("~t", "\t")
            .replace("~a", "\u0007")
            .replace("~e", "\u001b"));
    assertThat(String.join(",", buffer.screen().lines()).replaceAll(",+$", "").replace(" ", ""))
        .isEqualTo(rows);
  }

  @Test
  void overwritingHalfOfAWideCharacterBlanksTheOtherHalf() {
    FrameBuffer buffer = buffer(6, 1);
    buffer.print("漢字");
    buffer.moveTo(1, 0);
    buffer.print("x");
    assertThat(screen(buffer)).isEqualTo(" x字");
    buffer.moveTo(2, 0);
    buffer.print("y");
    assertThat(screen(buffer)).isEqualTo(" xy");
  }

  @Test
  void aNewLineInTheLastRowScrolls() {
    FrameBuffer buffer = buffer(5, 2);
    buffer.print("a\nb\nc");
    assertThat(screen(buffer)).isEqualTo("b|c");
    assertThat(gone).containsExactly("a");
  }

  @Test
  void linesAreGivenOutWhenTheyAreComplete() {
    FrameBuffer buffer = buffer(80, 25);
    buffer.print("kernel> ec");
    assertThat(output).isEmpty();
    assertThat(buffer.tail()).isEqualTo("kernel> ec");
    buffer.print("ho\nhi");
    assertThat(output).containsExactly(new Piece("kernel> echo", true));
    buffer.finish();
    assertThat(output).containsExactly(new Piece("kernel> echo", true), new Piece("hi", true));
  }

  @Test
  void aLongLineIsOneLineOfOutput() {
    FrameBuffer buffer = buffer(7, 3);
    buffer.print("x".repeat(100) + "\n");
    assertThat(text()).isEqualTo("x".repeat(100) + "\n");
  }

  @Test
  void clearGivesOutWhatWasThere() {
    FrameBuffer buffer = buffer(10, 5);
    buffer.print("one\ntwo");
    buffer.clear();
    buffer.print("three");
    buffer.finish();
    assertThat(text()).isEqualTo("one\ntwo\nthree\n");
    assertThat(screen(buffer)).startsWith("three|");
  }

  @Test
  void clearLineBlanksFromTheCursorOn() {
    FrameBuffer buffer = buffer(10, 1);
    buffer.print("abcdef");
    buffer.moveTo(2, 0);
    buffer.clearLine();
    assertThat(screen(buffer)).isEqualTo("ab");
  }

  @Test
  void theCursorStopsAtTheEdge() {
    FrameBuffer buffer = buffer(4, 3);
    buffer.moveTo(99, 99);
    buffer.print("x");
    assertThat(screen(buffer)).isEqualTo("||   x");
  }

  @Test
  void damageIsWhatChanged() {
    FrameBuffer buffer = buffer(80, 25);
    buffer.print("a");
    assertThat(buffer.damage().cells()).isLessThanOrEqualTo(2);
    buffer.damage().reset();
    assertThat(buffer.damage().cells()).isZero();
    buffer.print("\n".repeat(25));
    assertThat(buffer.damage().cells()).isEqualTo(80 * 25);
  }

  @Test
  void anyTextFitsOnAnyScreen() {
    Seeded.cases(
        2000,
        draw -> {
          FrameBuffer buffer = buffer(draw.between(1, 9), draw.between(1, 4));
          for (int i = draw.between(0, 60); i > 0; i--) {
            RandomDrawing.draw(draw, buffer);
            assertThat(buffer.cursorColumn()).isBetween(0, 9);
          }
          buffer.finish();
          assertThat(output).noneMatch(it -> it.text().chars().anyMatch(Character::isISOControl));
        });
  }

  @Test
  void plainLinesAreGivenOutAsTheyWerePrinted() {
    Seeded.cases(
        500,
        draw -> {
          output.clear();
          int columns = draw.between(1, 9);
          FrameBuffer buffer = buffer(columns, draw.between(1, 4));
          StringBuilder printed = new StringBuilder();
          for (int i = draw.between(1, 40); i > 0; i--) {
            String text = draw.oneOf(List.of("a", "bc", "\n", "x".repeat(12), "漢"));
            printed.append(text);
            buffer.print(text);
          }
          buffer.print("end\n");
          String wanted = printed + "end\n";
          assertThat(text()).isEqualTo(columns < 2 ? wanted.replace('漢', '\uFFFD') : wanted);
        });
  }

  private FrameBuffer buffer(int columns, int rows) {
    return new FrameBuffer(columns, rows, row -> gone.add(row.text()), output::add);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    output.forEach(it -> text.append(it.text()).append(it.ends() ? "\n" : ""));
    return text.toString();
  }

  private static String screen(FrameBuffer buffer) {
    return String.join("|", buffer.screen().lines());
  }
}
