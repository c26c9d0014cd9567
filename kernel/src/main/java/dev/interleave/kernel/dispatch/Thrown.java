package dev.interleave.kernel.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What was thrown, in words. What a throwable of somebody else says of itself may be nothing, and
 * saying it may throw: then its class has to do.
 */
public final class Thrown {

  private Thrown() {}

  /** As {@link Throwable#toString}. */
  public static String text(Throwable thrown) {
    try {
      String said = thrown.toString();
      return said == null ? name(thrown) : said;
    } catch (Throwable worse) {
      return name(thrown) + ", which cannot be told";
    }
  }

  /** Its message; without one, as {@link #text}. */
  public static String message(Throwable thrown) {
    try {
      String said = thrown.getMessage();
      return said == null ? text(thrown) : said;
    } catch (Throwable worse) {
      return text(thrown);
    }
  }

  /** As {@link #text}, and where it was thrown, in brackets. */
  static String withPlace(Throwable thrown) {
    StackTraceElement first = first(thrown);
    return text(thrown) + (first == null ? "" : " (" + place(first) + ")");
  }

  private static @Nullable StackTraceElement first(Throwable thrown) {
    try {
      StackTraceElement[] stack = thrown.getStackTrace();
      return stack.length == 0 ? null : stack[0];
    } catch (Throwable worse) {
      return null;
    }
  }

  /** Without the names of class loaders and modules, which say nothing to who wrote the class. */
  private static String place(StackTraceElement frame) {
    String file = frame.getFileName() + ":" + frame.getLineNumber();
    return frame.getClassName() + "." + frame.getMethodName() + "(" + file + ")";
  }

  private static String name(Throwable thrown) {
    return thrown.getClass().getName();
  }
}
