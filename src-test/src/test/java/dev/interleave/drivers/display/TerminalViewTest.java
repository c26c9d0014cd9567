package dev.interleave.drivers.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.property.Seeded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalViewTest {

  /** A frame buffer over a view, as the device joins them. */
  private static final class Joined {
    final Outbox outbox = new Outbox(1000, lost -> {});
    final FrameBuffer buffer;
    final PaperTerminal paper;
    final View view;
    final int columns;

    Joined(PaperTerminal paper, int columns, int rows) {
      this.paper = paper;
      this.columns = columns;
      buffer = new FrameBuffer(columns, rows, outbox::add, outbox::add);
      view = Views.on(paper, DisplayDriver.Backend.AUTO);
    }

    Joined print(String text) {
      buffer.print(text);
      return frame();
    }

    Joined frame() {
      try {
        view.paint(next());
        return this;
      } catch (IOException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    void finish() {
      buffer.finish();
      try {
        view.finish(next());
      } catch (IOException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private Frame next() {
      return new Frame(
          outbox.takePieces(),
          buffer.tail(),
          outbox.takeRows(),
          buffer.seen(),
          Math.min(buffer.cursorColumn(), columns - 1),
          buffer.cursorRow());
    }
  }

  @Test
  void onlyCellsThatChangedAreWrittenAgain() {
    Joined joined = ansi(80, 24, 80, 25).print("kernel> ");
    int before = joined.paper.raw().length();
    joined.print("e");
    assertThat(joined.paper.raw().substring(before)).isEqualTo("e");
  }

  @Test
  void rubbingOutRewritesOneCell() {
    Joined joined = ansi(80, 24, 80, 25).print("kernel> ec");
    joined.print("\b \b");
    assertThat(joined.paper.text()).isEqualTo("kernel> e");
    assertThat(joined.paper.column()).isEqualTo(9);
  }

  @Test
  void rowsThatLeaveTheScreenStayAboveIt() {
    Joined joined = ansi(20, 6, 20, 3);
    for (int i = 1; i <= 12; i++) {
      joined.print("line " + i + "\n");
    }
    joined.print("> ");
    StringBuilder wanted = new StringBuilder();
    for (int i = 1; i <= 12; i++) {
      wanted.append("line ").append(i).append('\n');
    }
    assertThat(joined.paper.text()).isEqualTo(wanted + ">");
    assertThat(joined.paper.row()).isEqualTo(12);
    assertThat(joined.paper.column()).isEqualTo(2);
  }

  @Test
  void aScreenThatScrollsFarWithinOneFrameLosesNothing() {
    Joined joined = ansi(20, 4, 20, 3);
    joined.print("a\nb\nc\nd\ne\nf\ng\nh\ni");
    assertThat(joined.paper.text()).isEqualTo("a\nb\nc\nd\ne\nf\ng\nh\ni");
  }

  @Test
  void aNarrowTerminalFoldsTheRows() {
    Joined joined = ansi(4, 10, 10, 3).print("abcdefghij\nx");
    assertThat(joined.paper.text()).isEqualTo("abcd\nefgh\nij\nx");
    joined.buffer.moveTo(5, 0);
    joined.print("Z");
    assertThat(joined.paper.text()).isEqualTo("abcd\neZgh\nij\nx");
  }

  @Test
  void aResizedTerminalShowsTheScreenAgain() {
    Joined joined = ansi(20, 6, 20, 3).print("one\ntwo\n> ");
    joined.paper.resize(10, 5);
    assertThat(joined.paper.text()).isEqualTo("one\ntwo\n>");
    joined.print("x");
    assertThat(joined.paper.text()).isEqualTo("one\ntwo\n> x");
  }

  @Test
  void theSmallestTerminalDoesNoHarm() {
    Joined joined = ansi(1, 1, 5, 2).print("abc\ndef\n漢");
    joined.paper.resize(3, 2);
    joined.print("x");
    joined.finish();
    assertThat(joined.paper.column()).isZero();
  }

  @Test
  void theEndLeavesTheCursorBelowTheText() {
    Joined joined = ansi(20, 6, 20, 5).print("one\ntwo");
    joined.finish();
    assertThat(joined.paper.row()).isEqualTo(2);
    assertThat(joined.paper.column()).isZero();
  }

  @Test
  void aTerminalShowsWhatTheFrameBufferHas() {
    Seeded.cases(3000, TerminalViewTest::sameAsFrameBuffer);
  }

  private static void sameAsFrameBuffer(Seeded draw) {
    int columns = draw.between(2, 9);
    int rows = draw.between(1, 4);
    Joined joined = ansi(draw.between(columns, 12), draw.between(rows, 8), columns, rows);
    for (int i = draw.between(1, 60); i > 0; i--) {
      RandomDrawing.draw(draw, joined.buffer);
      if (draw.chance(0.4)) {
        assertSame(joined.frame());
      }
      if (draw.chance(0.03)) {
        joined.frame();
        joined.paper.resize(draw.between(columns, 12), draw.between(rows, 8));
        assertSame(joined);
      }
    }
    assertSame(joined.frame());
  }

  /** Every row and the cursor, from where the terminal has the top row. */
  private static void assertSame(Joined joined) {
    int top = joined.paper.row() - joined.buffer.cursorRow();
    List<String> lines = new ArrayList<>(joined.paper.lines());
    List<String> wanted = joined.buffer.screen().lines();
    assertThat(top).isNotNegative();
    while (lines.size() < top + wanted.size()) {
      lines.add("");
    }
    assertThat(lines.subList(top, top + wanted.size())).isEqualTo(wanted);
    int column = Math.min(joined.buffer.cursorColumn(), joined.columns - 1);
    assertThat(joined.paper.column()).isEqualTo(column);
  }

  @Test
  void aDumbTerminalIsCorrectedInItsLine() {
    Joined joined = new Joined(new PaperTerminal(HostScreen.Kind.DUMB, 40, 5), 40, 5);
    joined.print("> ec").print("\b \b").print("xit");
    assertThat(joined.paper.text()).isEqualTo("> exit");
    assertThat(joined.paper.column()).isEqualTo(6);
    joined.print("\nbye");
    joined.finish();
    assertThat(joined.paper.text()).isEqualTo("> exit\nbye");
    assertThat(joined.paper.raw()).doesNotContain("\u001b");
  }

  @Test
  void aPipeGetsLinesAsTheyAreComplete() {
    Joined joined = new Joined(new PaperTerminal(HostScreen.Kind.PLAIN, 80, 24), 10, 3);
    joined.print("> ec\b \b");
    assertThat(joined.paper.writes()).isZero();
    joined.print("cho long line\n");
    assertThat(joined.paper.raw()).isEqualTo("> echo long line\n");
    joined.print("end");
    joined.finish();
    assertThat(joined.paper.raw()).isEqualTo("> echo long line\nend\n");
  }

  private static Joined ansi(int width, int height, int columns, int rows) {
    return new Joined(new PaperTerminal(HostScreen.Kind.ANSI, width, height), columns, rows);
  }
}
