package dev.interleave.drivers.keyboard;

/** What the escape sequences of terminals mean (ECMA-48, xterm, the Linux console). */
final class EscapeSequences {
  private EscapeSequences() {}

  /**
   * The key of {@code ESC [ parameters last}.
   *
   * @param parameters numbers; what follows a semicolon is a modifier, which is not told apart
   */
  static Symbol csi(String parameters, int last) {
    return last == '~' ? numbered(parameters.split(";", 2)[0]) : lettered(last);
  }

  /** The key of {@code ESC O last}. */
  static Symbol ss3(int last) {
    return last == 'M' ? Symbol.ENTER : lettered(last);
  }

  private static Symbol lettered(int last) {
    return switch (last) {
      case 'A' -> Symbol.UP;
      case 'B' -> Symbol.DOWN;
      case 'C' -> Symbol.RIGHT;
      case 'D' -> Symbol.LEFT;
      case 'H' -> Symbol.HOME;
      case 'F' -> Symbol.END;
      case 'Z' -> Symbol.BACK_TAB;
      case 'P' -> Symbol.F1;
      case 'Q' -> Symbol.F2;
      case 'R' -> Symbol.F3;
      case 'S' -> Symbol.F4;
      default -> Symbol.UNKNOWN;
    };
  }

  /** The key of {@code ESC [ [ last}, on the Linux console. */
  static Symbol console(int last) {
    return switch (last) {
      case 'A' -> Symbol.F1;
      case 'B' -> Symbol.F2;
      case 'C' -> Symbol.F3;
      case 'D' -> Symbol.F4;
      case 'E' -> Symbol.F5;
      default -> Symbol.UNKNOWN;
    };
  }

  private static Symbol numbered(String number) {
    return switch (number) {
      case "1", "7" -> Symbol.HOME;
      case "2" -> Symbol.INSERT;
      case "3" -> Symbol.DELETE;
      case "4", "8" -> Symbol.END;
      case "5" -> Symbol.PAGE_UP;
      case "6" -> Symbol.PAGE_DOWN;
      case "11" -> Symbol.F1;
      case "12" -> Symbol.F2;
      case "13" -> Symbol.F3;
      case "14" -> Symbol.F4;
      case "15" -> Symbol.F5;
      case "17" -> Symbol.F6;
      case "18" -> Symbol.F7;
      case "19" -> Symbol.F8;
      case "20" -> Symbol.F9;
      case "21" -> Symbol.F10;
      case "23" -> Symbol.F11;
      case "24" -> Symbol.F12;
      default -> Symbol.UNKNOWN;
    };
  }
}
