package dev.interleave.sim.program;

import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import dev.interleave.kernel.config.Binder;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Source;
import dev.interleave.kernel.config.TextFile;
import dev.interleave.kernel.config.UnreadableFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of arrival times: CSV, a line an arrival, the time since boot in the first column, in
 * seconds or with a unit ({@code 0.25}, {@code 250 ms}), in order. Empty lines and lines that begin
 * with {@code #} mean nothing; a first line that begins with {@code time} is a heading.
 *
 * @param file the file
 * @param namedBy the setting that names it
 */
record ArrivalFile(Path file, ConfigValue namedBy, Mistakes mistakes) {

  /** The times in order; empty when there were mistakes. */
  Optional<List<Duration>> times() {
    String name = String.valueOf(namedBy.unwrapped());
    try {
      String text = TextFile.read(file, name);
      mistakes.sources().add(source(name, text));
      return times(name, text.lines().toList());
    } catch (UnreadableFile unreadable) {
      mistakes.add(namedBy, String.valueOf(unreadable.getMessage()), name);
    } catch (TextFile.NoText binary) {
      mistakes.add(name + ":" + binary.line(), String.valueOf(binary.getMessage()));
    }
    return Optional.empty();
  }

  private Source source(String name, String text) {
    return new Source(
        name,
        Source.Kind.FILE,
        text,
        Optional.ofNullable(file.getParent()),
        mistakes.sources().find(namedBy.origin()));
  }

  private Optional<List<Duration>> times(String name, List<String> lines) {
    int before = mistakes.count();
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String field = lines.get(i).split(",", 2)[0].strip();
      if (!field.isEmpty() && !field.startsWith("#") && !(i == 0 && field.startsWith("time"))) {
        time(value(field, name, i + 1), times);
      }
    }
    if (times.isEmpty() && mistakes.count() == before) {
      mistakes.add(namedBy, "there is no time in " + name, name);
    }
    return mistakes.count() == before ? Optional.of(times) : Optional.empty();
  }

  private void time(ConfigValue value, List<Duration> times) {
    Duration last = times.isEmpty() ? Duration.ZERO : times.get(times.size() - 1);
    Optional<Duration> time = Binder.value(Duration.class, value, "an arrival time", mistakes);
    if (time.filter(it -> it.compareTo(last) < 0).isPresent()) {
      mistakes.add(value, "this arrival is before the one above it");
    }
    time.ifPresent(times::add);
  }

  private static ConfigValue value(String field, String name, int line) {
    char end = field.charAt(field.length() - 1);
    String text = Character.isDigit(end) || end == '.' ? field + " s" : field;
    return ConfigValueFactory.fromAnyRef(text)
        .withOrigin(ConfigOriginFactory.newSimple(name).withLineNumber(line));
  }
}
