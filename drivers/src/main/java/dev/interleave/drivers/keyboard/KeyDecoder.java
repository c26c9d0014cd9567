package dev.interleave.drivers.keyboard;

import java.util.function.Consumer;

/**
 * Turns the bytes of a terminal or a pipe into strokes: UTF-8, control characters, escape
 * sequences; {@code \r}, {@code \n} and {@code \r\n} are one enter key each. Never refuses
 * anything. Not threadsafe.
 */
final class KeyDecoder {
  private static final int ESCAPE = 0x1B;
  private static final int REPLACEMENT = 0xFFFD;
  private static final int LONGEST_SEQUENCE = 32;

  private enum State {
    PLAIN,
    ESCAPED,
    CSI,
    CONSOLE,
    SS3
  }

  private final Consumer<Stroke> strokes;
  private final Utf8 utf8 = new Utf8();
  private final StringBuilder parameters = new StringBuilder();
  private State state = State.PLAIN;
  private boolean alt;
  private boolean afterReturn;
  private long malformed;

  /**
   * @param strokes takes each stroke, in order
   */
  KeyDecoder(Consumer<Stroke> strokes) {
    this.strokes = strokes;
  }

  /** Whether what was read so far may go on, or be a key of its own. */
  boolean pending() {
    return state != State.PLAIN || utf8.pending();
  }

  /** How many broken parts of UTF-8 there were. */
  long malformed() {
    return malformed;
  }

  /** The next byte, 0 to 255. */
  void accept(int octet) {
    switch (state) {
      case PLAIN -> plain(octet);
      case ESCAPED -> escaped(octet);
      case CSI -> csi(octet);
      case CONSOLE -> named(EscapeSequences.console(octet));
      case SS3 -> ss3(octet);
    }
  }

  /** Nothing follows for now: what is pending is as complete as it gets. */
  void flush() {
    switch (state) {
      case PLAIN -> brokenIfPending();
      case ESCAPED -> named(Symbol.ESCAPE);
      case CSI -> cutOff('[');
      case CONSOLE -> named(Symbol.UNKNOWN);
      case SS3 -> cutOff('O');
    }
  }

  /** Alt and that key, if nothing more came of it. */
  private void cutOff(int codePoint) {
    if (parameters.isEmpty()) {
      state = State.PLAIN;
      strokes.accept(Stroke.alt(codePoint));
    } else {
      named(Symbol.UNKNOWN);
    }
  }

  private void brokenIfPending() {
    if (utf8.pending()) {
      utf8.reset();
      broken();
    }
  }

  private void plain(int octet) {
    if (octet == ESCAPE && !utf8.pending()) {
      state = State.ESCAPED;
      afterReturn = false;
    } else {
      decoded(utf8.next(octet), octet);
    }
  }

  private void decoded(int codePoint, int octet) {
    if (codePoint == Utf8.BROKEN) {
      broken();
      plain(octet);
    } else if (codePoint == Utf8.INVALID) {
      broken();
    } else if (codePoint != Utf8.INCOMPLETE) {
      character(codePoint);
    }
  }

  private void broken() {
    malformed++;
    character(REPLACEMENT);
  }

  private void character(int codePoint) {
    boolean newLineOfReturn = afterReturn && codePoint == '\n';
    afterReturn = codePoint == '\r';
    if (!newLineOfReturn) {
      strokes.accept(alt && codePoint >= ' ' ? Stroke.alt(codePoint) : Stroke.typing(codePoint));
    }
    alt = false;
  }

  private void escaped(int octet) {
    parameters.setLength(0);
    if (octet == '[') {
      state = State.CSI;
    } else if (octet == 'O') {
      state = State.SS3;
    } else {
      altOrEscape(octet);
    }
  }

  private void altOrEscape(int octet) {
    state = State.PLAIN;
    alt = octet >= ' ' && octet != 0x7F;
    if (!alt) {
      strokes.accept(Stroke.named(Symbol.ESCAPE));
    }
    plain(octet);
  }

  private void csi(int octet) {
    if (octet == '[' && parameters.isEmpty()) {
      state = State.CONSOLE;
    } else if (octet >= '@' && octet <= '~') {
      named(EscapeSequences.csi(parameters.toString(), octet));
    } else if (octet >= ' ' && octet < '@' && parameters.length() < LONGEST_SEQUENCE) {
      parameters.append((char) octet);
    } else {
      cutShort(octet);
    }
  }

  private void ss3(int octet) {
    if (octet >= '0' && octet <= '~') {
      named(EscapeSequences.ss3(octet));
    } else {
      cutShort(octet);
    }
  }

  /** The sequence ends in the middle; the byte is not part of it. */
  private void cutShort(int octet) {
    flush();
    plain(octet);
  }

  private void named(Symbol symbol) {
    state = State.PLAIN;
    strokes.accept(Stroke.named(symbol));
  }
}
