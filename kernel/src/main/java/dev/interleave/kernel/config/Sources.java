package dev.interleave.kernel.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a configuration was read from, so that a mistake can name and quote its line. Not
 * threadsafe.
 */
public final class Sources {

  private static final Pattern LINES = Pattern.compile("(?:: (\\d+)(?:-\\d+)?)?");

  /** How many lines of a block are searched for one of its keys. */
  private static final int NEAR = 2_000;

  private record Read(Source source, List<String> lines, int order) {}

  private final Map<String, Read> byName = new LinkedHashMap<>();

  /** Remembers {@code source}; one that is read again keeps its first place. */
  public void add(Source source) {
    byName.putIfAbsent(source.name(), new Read(source, source.lines(), byName.size()));
  }

  /** Where {@code origin} is, if it is in one of these sources; files before overrides. */
  public Optional<Place> find(ConfigOrigin origin) {
    String description = origin.description();
    Place single = placeIn(description);
    return single != null ? Optional.of(single) : firstOfMerge(description);
  }

  /** Whether {@code origin} is a line of a file whose text is not at hand. */
  boolean isElsewhere(ConfigOrigin origin) {
    return origin.lineNumber() > 0 && find(origin).isEmpty();
  }

  /** Whether {@code origin} is an override of the command line. */
  public boolean overridden(ConfigOrigin origin) {
    return find(origin).filter(it -> it.source().kind() == Source.Kind.OVERRIDE).isPresent();
  }

  /** The source of that name, if it was read. */
  public Optional<Source> source(String name) {
    return Optional.ofNullable(byName.get(name)).map(Read::source);
  }

  /** The environment variables that were read, each {@code NAME=VALUE}. */
  public List<String> environment() {
    return byName.values().stream()
        .map(Read::source)
        .filter(it -> it.kind() == Source.Kind.ENVIRONMENT)
        .map(Source::text)
        .toList();
  }

  /**
   * Where {@code block} gives {@code key} a value. A substituted value comes from elsewhere, so it
   * is the key that is looked for then.
   */
  Optional<Place> findKey(ConfigObject block, String key) {
    Optional<Place> value = Optional.ofNullable(block.get(key)).flatMap(it -> find(it.origin()));
    return value
        .filter(it -> FileOrder.column(key, quote(it)) < Integer.MAX_VALUE)
        .or(() -> find(block.origin()).map(it -> below(it, key)))
        .or(() -> value);
  }

  /** The first line from {@code place} on that has the key; the place itself if none is near. */
  private Place below(Place place, String key) {
    Read read = byName.get(place.source().name());
    List<String> lines = read == null ? List.of() : read.lines();
    int end = Math.min(lines.size(), place.line() + NEAR);
    for (int line = place.line(); line <= end; line++) {
      String text = lines.get(line - 1);
      if (text.contains(key) && FileOrder.column(key, text) < Integer.MAX_VALUE) {
        return new Place(place.source(), line);
      }
    }
    return place;
  }

  /** The entries of {@code block} in the order in which they are written. */
  public Map<String, ConfigValue> inOrder(ConfigObject block) {
    return new FileOrder(this).sort(block);
  }

  /** The text of the line, empty if there is no such line. */
  String quote(Place place) {
    Read read = byName.get(place.source().name());
    int index = place.line() - 1;
    return read == null || index < 0 || index >= read.lines().size() ? "" : read.lines().get(index);
  }

  /** The order of places; those of several overrides in the order of reading. */
  int compare(Place one, Place other) {
    int order = one.compareTo(other);
    return order != 0 ? order : Integer.compare(order(one), order(other));
  }

  private int order(Place place) {
    Read read = byName.get(place.source().name());
    return read == null ? Integer.MAX_VALUE : read.order;
  }

  /** {@code lab.conf: 3}, {@code lab.conf: 3-5} or {@code lab.conf}. */
  private @Nullable Place placeIn(String description) {
    int colon = description.lastIndexOf(": ");
    String name = colon < 0 ? description : description.substring(0, colon);
    Read read = byName.get(name);
    if (read == null) {
      Read whole = byName.get(description);
      return whole == null ? null : new Place(whole.source(), 1);
    }
    Matcher lines = LINES.matcher(description.substring(name.length()));
    return lines.matches() ? new Place(read.source(), lineOf(lines)) : null;
  }

  /** {@code merge of lab.conf: 3-5,--set policy.type: 1}. */
  private Optional<Place> firstOfMerge(String description) {
    List<Place> places = new ArrayList<>();
    for (Read read : byName.values()) {
      String name = Pattern.quote(read.source().name());
      Matcher found =
          Pattern.compile("(?:^|,|merge of )" + name + LINES + "(?:,|$)").matcher(description);
      if (found.find()) {
        places.add(new Place(read.source(), lineOf(found)));
      }
    }
    return places.stream().min(Place::compareTo);
  }

  private static int lineOf(Matcher lines) {
    String line = lines.group(1);
    return line == null ? 1 : Integer.parseInt(line);
  }
}
