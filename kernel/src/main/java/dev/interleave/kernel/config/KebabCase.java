package dev.interleave.kernel.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of records, components and constants as a configuration writes them. */
public final class KebabCase {
  private static final Pattern WORD_ENDS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private KebabCase() {}

  /** {@code dot-product} of {@code DotProduct}, {@code max-backoff} of {@code maxBackoff}. */
  public static String of(String camelCase) {
    return WORD_ENDS.matcher(camelCase).replaceAll("-").replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** {@code drop-newest} of {@code DROP_NEWEST}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code dot-product} of the class {@code DotProduct}, wherever it is nested. */
  public static String of(Class<?> type) {
    return of(type.getSimpleName());
  }
}
