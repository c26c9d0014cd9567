package dev.interleave.drivers.keyboard;

/** What kind of key a {@link Stroke} is, whatever terminal it came from. */
public enum Symbol {
  /** A character; the stroke's code point says which. */
  CHARACTER,
  /** Control and a letter; the code point is the upper-case letter, or one of {@code @[\]^_}. */
  CONTROL,
  /** Alt (or escape first) and a character. */
  ALT,
  ENTER,
  BACKSPACE,
  TAB,
  /** Shift and tab. */
  BACK_TAB,
  ESCAPE,
  UP,
  DOWN,
  LEFT,
  RIGHT,
  HOME,
  END,
  INSERT,
  DELETE,
  PAGE_UP,
  PAGE_DOWN,
  F1,
  F2,
  F3,
  F4,
  F5,
  F6,
  F7,
  F8,
  F9,
  F10,
  F11,
  F12,
  /** A key that this keyboard does not know: an escape sequence of its own. */
  UNKNOWN;

  /** Whether a stroke of this kind has a code point. */
  boolean hasCodePoint() {
    return this == CHARACTER || this == CONTROL || this == ALT;
  }
}
