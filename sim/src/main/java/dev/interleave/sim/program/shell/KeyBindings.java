package dev.interleave.sim.program.shell;

import dev.interleave.drivers.keyboard.Stroke;
import dev.interleave.drivers.keyboard.Symbol;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What keys do to a line, as in most shells. Immutable. */
final class KeyBindings {

  private final Map<Stroke, Function<LineEditor, String>> edits = new HashMap<>();

  KeyBindings() {
    bind(Symbol.BACKSPACE, 'H', LineEditor::backspace);
    bind(Symbol.LEFT, 'B', LineEditor::left);
    bind(Symbol.RIGHT, 'F', LineEditor::right);
    bind(Symbol.HOME, 'A', LineEditor::home);
    bind(Symbol.END, 'E', LineEditor::end);
    bind(Symbol.UP, 'P', LineEditor::earlier);
    bind(Symbol.DOWN, 'N', LineEditor::later);
    bind(Symbol.DELETE, 'D', LineEditor::delete);
    edits.put(Stroke.control('U'), LineEditor::deleteToStart);
    edits.put(Stroke.control('W'), LineEditor::deleteWord);
  }

  private void bind(Symbol symbol, char control, Function<LineEditor, String> edit) {
    edits.put(Stroke.named(symbol), edit);
    edits.put(Stroke.control(control), edit);
  }

  /** Edits {@code line} by one key; returns what the screen must print. */
  String edit(Stroke stroke, LineEditor line) {
    if (stroke.symbol() == Symbol.CHARACTER) {
      return line.type(stroke.codePoint());
    }
    Function<LineEditor, String> edit = edits.get(stroke);
    return edit == null ? "" : edit.apply(line);
  }

  /** Whether the key ends a line. */
  boolean enters(Stroke stroke) {
    return stroke.symbol() == Symbol.ENTER || stroke.isControl('J') || stroke.isControl('M');
  }
}
