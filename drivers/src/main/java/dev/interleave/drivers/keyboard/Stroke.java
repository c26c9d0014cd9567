package dev.interleave.drivers.keyboard;

/**
 * One key, without its time.
 *
 * @param symbol what kind of key
 * @param codePoint the Unicode code point of a character, a control or an alt key; else 0
 */
public record Stroke(Symbol symbol, int codePoint) {

  /**
   * @throws IllegalArgumentException when the code point does not fit the symbol, or is none
   */
  public Stroke {
    boolean fits = symbol.hasCodePoint() ? isCharacter(codePoint) : codePoint == 0;
    if (!fits) {
      throw new IllegalArgumentException(symbol + " has no code point " + codePoint);
    }
  }

  private static boolean isCharacter(int codePoint) {
    return Character.isValidCodePoint(codePoint) && !isSurrogate(codePoint);
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** The key that types {@code codePoint}: {@code \n} is enter, U+0003 is control and C. */
  public static Stroke typing(int codePoint) {
    return switch (codePoint) {
      case '\r', '\n' -> named(Symbol.ENTER);
      case '\b', 0x7F -> named(Symbol.BACKSPACE);
      case '\t' -> named(Symbol.TAB);
      case 0x1B -> named(Symbol.ESCAPE);
      default -> codePoint < ' ' ? control((char) (codePoint + '@')) : visible(codePoint);
    };
  }

  private static Stroke visible(int codePoint) {
    return character(isSurrogate(codePoint) ? 0xFFFD : codePoint);
  }

  /** A character. */
  public static Stroke character(int codePoint) {
    return new Stroke(Symbol.CHARACTER, codePoint);
  }

  /** Control and the upper-case {@code letter}: {@code control('C')}. */
  public static Stroke control(char letter) {
    return new Stroke(Symbol.CONTROL, letter);
  }

  /** Alt and a character. */
  public static Stroke alt(int codePoint) {
    return new Stroke(Symbol.ALT, codePoint);
  }

  /** A key that is known by its name. */
  public static Stroke named(Symbol symbol) {
    return new Stroke(symbol, 0);
  }

  /** Whether this is control and that upper-case letter. */
  public boolean isControl(char letter) {
    return symbol == Symbol.CONTROL && codePoint == letter;
  }

  /** The character as text; empty for all other keys. */
  public String text() {
    return symbol == Symbol.CHARACTER ? Character.toString(codePoint) : "";
  }
}
