package dev.interleave.drivers.keyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Strokes as a script writes them: {@code enter}, {@code page-up}, {@code ctrl-c}, {@code alt-x},
 * {@code U+00A0}, and {@code "text"} for characters, where {@code \"}, {@code \\}, {@code \n} and
 * {@code \t} are a quote, a backslash, the enter and the tab key.
 */
final class StrokeText {
  private static final String CONTROL = "ctrl-";
  private static final String ALT = "alt-";
  private static final String CODE_POINT = "U+";

  private StrokeText() {}

  static String write(Stroke stroke) {
    return switch (stroke.symbol()) {
      case CHARACTER -> character(stroke.codePoint());
      case CONTROL -> CONTROL + Character.toString(stroke.codePoint()).toLowerCase(Locale.ROOT);
      case ALT -> ALT + visible(stroke.codePoint());
      default -> name(stroke.symbol());
    };
  }

  private static String character(int codePoint) {
    String visible = visible(codePoint);
    if (visible.startsWith(CODE_POINT) && codePoint != ' ') {
      return visible;
    }
    String escape = codePoint == '"' || codePoint == '\\' ? "\\" : "";
    return '"' + escape + Character.toString(codePoint) + '"';
  }

  /** The character itself if it is seen on any screen, else its number. */
  private static String visible(int codePoint) {
    boolean plain = (codePoint > ' ' && codePoint < 0x7F) || Character.isLetterOrDigit(codePoint);
    return plain
        ? Character.toString(codePoint)
        : String.format(Locale.ROOT, "%s%04X", CODE_POINT, codePoint);
  }

  private static String name(Symbol symbol) {
    return symbol.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The strokes that {@code text} says, separated by blanks.
   *
   * @throws IllegalArgumentException when it cannot be read; the message says what and why
   */
  static List<Stroke> read(String text) {
    List<Stroke> strokes = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.charAt(at) == '"') {
        at = quoted(text, at + 1, strokes);
      } else {
        int end = wordEnd(text, at);
        strokes.add(word(text.substring(at, end)));
        at = end;
      }
    }
    return strokes;
  }

  /** Reads up to the closing quote and returns the place after it. */
  private static int quoted(String text, int from, List<Stroke> strokes) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      boolean escaped = text.charAt(at) == '\\' && at + 1 < text.length();
      at += escaped ? 1 : 0;
      int codePoint = text.codePointAt(at);
      strokes.add(escaped ? escape(codePoint) : Stroke.typing(codePoint));
      at += Character.charCount(codePoint);
    }
    if (at >= text.length()) {
      throw new IllegalArgumentException("the closing quote is missing");
    }
    return at + 1;
  }

  private static Stroke escape(int letter) {
    return switch (letter) {
      case 'n' -> Stroke.named(Symbol.ENTER);
      case 't' -> Stroke.named(Symbol.TAB);
      case '"', '\\' -> Stroke.character(letter);
      default ->
          throw new IllegalArgumentException("unknown escape \\" + Character.toString(letter));
    };
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static Stroke word(String word) {
    if (word.startsWith(CODE_POINT)) {
      return Stroke.character(codePoint(word));
    }
    if (word.startsWith(CONTROL)) {
      return control(word);
    }
    if (word.startsWith(ALT)) {
      return Stroke.alt(codePoint(word.substring(ALT.length())));
    }
    return Stroke.named(symbol(word));
  }

  private static Stroke control(String word) {
    String letter = word.substring(CONTROL.length()).toUpperCase(Locale.ROOT);
    if (letter.length() != 1 || letter.charAt(0) < '@' || letter.charAt(0) > '_') {
      throw new IllegalArgumentException("there is no control key " + word);
    }
    return Stroke.control(letter.charAt(0));
  }

  private static int codePoint(String text) {
    if (text.startsWith(CODE_POINT) && text.length() > CODE_POINT.length()) {
      return number(text);
    }
    if (text.isEmpty() || text.codePointCount(0, text.length()) != 1) {
      throw new IllegalArgumentException("'" + text + "' is not one character");
    }
    return text.codePointAt(0);
  }

  private static int number(String text) {
    try {
      int codePoint = Integer.parseInt(text.substring(CODE_POINT.length()), 16);
      if (Character.isValidCodePoint(codePoint)) {
        return codePoint;
      }
    } catch (NumberFormatException none) {
      // said below
    }
    throw new IllegalArgumentException(text + " is no character");
  }

  private static Symbol symbol(String word) {
    for (Symbol symbol : Symbol.values()) {
      if (!symbol.hasCodePoint() && name(symbol).equals(word)) {
        return symbol;
      }
    }
    throw new IllegalArgumentException("there is no key " + word + "; text needs quotes");
  }
}
