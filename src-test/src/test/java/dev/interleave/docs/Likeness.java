package dev.interleave.docs;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When what was printed is what a page shows.
 *
 * @param varying what stands for any number
 */
record Likeness(List<String> varying) {
  private static final String UNITS = " (ns|us|ms|s|min)";

  /** A pattern for the whole output; blanks are as good as more blanks. */
  Pattern pattern(List<String> shown) {
    return Pattern.compile(shown.stream().map(this::line).collect(Collectors.joining()));
  }

  private String line(String shown) {
    return shown.strip().equals("...") ? "(?:.*\n)*?" : words(shown.stripTrailing()) + " *\n";
  }

  private String words(String shown) {
    String any = Pattern.quote("...");
    String marks =
        varying.stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(it -> "(?<![\\d.])" + Pattern.quote(it) + "(?![\\d.]*\\d)")
            .collect(Collectors.joining("|"));
    Pattern special = Pattern.compile(any + "| +" + (marks.isEmpty() ? "" : "|" + marks));
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    for (var match : special.matcher(shown).results().toList()) {
      pattern.append(Pattern.quote(shown.substring(end, match.start())));
      pattern.append(free(match.group()));
      end = match.end();
    }
    return pattern.append(Pattern.quote(shown.substring(end))).toString();
  }

  private static String free(String mark) {
    if (mark.isBlank()) {
      return " +";
    }
    return mark.equals("...")
        ? ".*"
        : mark.replaceAll("[\\d.]+", "[\\\\d.]+").replaceAll(" (ns|us|ms|s|min)$", UNITS);
  }
}
