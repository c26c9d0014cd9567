package dev.interleave.kernel.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which lines a source includes what. The parser asks for its includes in order but does not say
 * where they stand. Not threadsafe.
 */
final class IncludeLines {

  private static final Pattern INCLUDE =
      Pattern.compile(
          "include\\s++(?:(?:required|file|url|classpath)\\s*+\\(\\s*+){0,2}\"([^\"\\n]*+)\"");

  private record Include(String what, int line) {}

  private final Source source;
  private final List<Include> includes = new ArrayList<>();

  IncludeLines(Source source) {
    this.source = source;
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      scan(lines.get(i), i + 1);
    }
  }

  /** The place of the next include of {@code what}; the first line when it is not seen. */
  Place next(String what) {
    for (int i = 0; i < includes.size(); i++) {
      if (includes.get(i).what.equals(what)) {
        int line = includes.get(i).line;
        includes.subList(0, i + 1).clear();
        return new Place(source, line);
      }
    }
    return new Place(source, 1);
  }

  private void scan(String line, int number) {
    Matcher include = INCLUDE.matcher(line);
    while (include.find()) {
      String before = line.substring(0, include.start());
      if (!before.contains("#") && !before.contains("//")) {
        includes.add(new Include(include.group(1), number));
      }
    }
  }
}
