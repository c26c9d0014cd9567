package dev.interleave.sim.program.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineEditorTest {

  private final LineEditor line = new LineEditor(10, LineEditorTest::cells);
  private final Row screen = new Row();

  @Test
  void whatIsTypedIsShown() {
    type("echo hi");
    assertThat(line.text()).isEqualTo("echo hi");
    assertThat(screen.text()).isEqualTo("echo hi");
  }

  @Test
  void backspaceTakesTheLastLetterFromLineAndScreen() {
    type("pinh");
    show(line.backspace());
    type("g");
    assertThat(line.text()).isEqualTo("ping");
    assertThat(screen.text()).isEqualTo("ping");
  }

  @Test
  void backspaceOnAnEmptyLineTouchesNothing() {
    assertThat(line.backspace()).isEmpty();
    assertThat(line.delete()).isEmpty();
    assertThat(line.left()).isEmpty();
    assertThat(line.right()).isEmpty();
  }

  @Test
  void typingInTheMiddlePushesTheRest() {
    type("ab");
    show(line.left());
    type("x");
    assertThat(line.text()).isEqualTo("axb");
    assertThat(screen.text()).isEqualTo("axb");
    assertThat(screen.cursor).isEqualTo(2);
  }

  @Test
  void wideLettersTakeTheirCellsWithThem() {
    type("a漢b");
    show(line.left());
    show(line.backspace());
    assertThat(line.text()).isEqualTo("ab");
    assertThat(screen.text()).isEqualTo("ab");
  }

  @Test
  void controlUDeletesToTheStart() {
    type("abcd");
    show(line.left());
    show(line.deleteToStart());
    assertThat(line.text()).isEqualTo("d");
    assertThat(screen.text()).isEqualTo("d");
  }

  @Test
  void controlWDeletesTheWordAndTheBlanksAfterIt() {
    type("ping me  ");
    show(line.deleteWord());
    assertThat(line.text()).isEqualTo("ping ");
  }

  @Test
  void whatDoesNotFitIsCutAndSaid() {
    type("0123456789abc");
    assertThat(line.take()).isEqualTo(new LineEditor.Line("0123456789", true));
    type("x");
    assertThat(line.take()).isEqualTo(new LineEditor.Line("x", false));
  }

  @Test
  void controlCharactersAreNotTyped() {
    assertThat(line.type(7)).isEmpty();
    assertThat(line.type('\t')).isEmpty();
    assertThat(line.type(0x9b)).isEmpty();
    assertThat(line.isEmpty()).isTrue();
  }

  @Test
  void historyGoesBackAndForthAndKeepsTheUnfinishedLine() {
    for (String each : List.of("one", "two", "two", " ")) {
      type(each);
      line.take();
    }
    screen.clear();
    type("thr");
    show(line.earlier());
    assertThat(line.text()).isEqualTo("two");
    show(line.earlier());
    show(line.earlier());
    assertThat(line.text()).isEqualTo("one");
    assertThat(screen.text()).isEqualTo("one");
    show(line.later());
    show(line.later());
    show(line.later());
    assertThat(line.text()).isEqualTo("thr");
    assertThat(screen.text()).isEqualTo("thr");
  }

  @Test
  void historyForgetsTheOldest() {
    for (int i = 0; i < 200; i++) {
      type(Integer.toString(i));
      line.take();
    }
    for (int i = 0; i < 300; i++) {
      line.earlier();
    }
    assertThat(line.text()).isEqualTo("100");
  }

  /** Whatever is pressed, the screen shows the line, and the cursors agree. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theScreenAlwaysShowsTheLine(long seed) {
    Random random = new Random(seed);
    Model model = new Model(10);
    for (int i = 0; i < 5000; i++) {
      press(random, model);
      assertThat(line.text()).isEqualTo(model.text());
      assertThat(screen.text()).isEqualTo(model.text().stripTrailing());
      assertThat(screen.cursor).isEqualTo(model.cursorCells());
    }
  }

  private void press(Random random, Model model) {
    int key = random.nextInt(12);
    if (key < 5) {
      int codePoint = "a é漢😀".codePoints().toArray()[key];
      show(line.type(codePoint));
      model.type(codePoint);
    } else {
      List<Function<LineEditor, String>> keys =
          List.of(
              LineEditor::backspace,
              LineEditor::delete,
              LineEditor::left,
              LineEditor::right,
              LineEditor::home,
              LineEditor::end,
              LineEditor::deleteToStart);
      show(keys.get(key - 5).apply(line));
      model.press(key - 5);
    }
  }

  private void type(String text) {
    text.codePoints().forEach(it -> show(line.type(it)));
  }

  private void show(String shown) {
    screen.print(shown);
  }

  private static int cells(int codePoint) {
    return codePoint > 0x2E80 ? 2 : 1;
  }

  /** A screen of one row: each cell holds a letter, or nothing beside a wide one. */
  private static final class Row {
    private final List<String> cells = new ArrayList<>();
    private int cursor;

    void print(String shown) {
      shown.codePoints().forEach(this::print);
    }

    private void print(int codePoint) {
      if (codePoint == '\b') {
        cursor--;
        assertThat(cursor).isNotNegative();
        return;
      }
      put(Character.toString(codePoint));
      if (cells(codePoint) == 2) {
        put("");
      }
    }

    private void put(String cell) {
      while (cells.size() <= cursor) {
        cells.add(" ");
      }
      cells.set(cursor++, cell);
    }

    private static int cells(int codePoint) {
      return LineEditorTest.cells(codePoint);
    }

    void clear() {
      cells.clear();
      cursor = 0;
    }

    /** What is seen, without the blanks that deleting leaves behind; typed ones count. */
    String text() {
      int end = cells.size();
      while (end > 0 && cells.get(end - 1).equals(" ")) {
        end--;
      }
      return String.join("", cells.subList(0, end));
    }
  }

  /** The obvious way to do the same. */
  private static final class Model {
    private final List<Integer> letters = new ArrayList<>();
    private final int limit;
    private int cursor;

    Model(int limit) {
      this.limit = limit;
    }

    void type(int codePoint) {
      if (letters.size() < limit) {
        letters.add(cursor++, codePoint);
      }
    }

    void press(int key) {
      switch (key) {
        case 0 -> backspace();
        case 1 -> delete();
        case 2 -> cursor = Math.max(0, cursor - 1);
        case 3 -> cursor = Math.min(letters.size(), cursor + 1);
        case 4 -> cursor = 0;
        case 5 -> cursor = letters.size();
        default -> deleteToStart();
      }
    }

    private void backspace() {
      if (cursor > 0) {
        letters.remove(--cursor);
      }
    }

    private void delete() {
      if (cursor < letters.size()) {
        letters.remove(cursor);
      }
    }

    private void deleteToStart() {
      letters.subList(0, cursor).clear();
      cursor = 0;
    }

    String text() {
      StringBuilder text = new StringBuilder();
      letters.forEach(text::appendCodePoint);
      return text.toString();
    }

    int cursorCells() {
      return letters.subList(0, cursor).stream().mapToInt(LineEditorTest::cells).sum();
    }
  }
}
