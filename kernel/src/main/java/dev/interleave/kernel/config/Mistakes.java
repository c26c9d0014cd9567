package dev.interleave.kernel.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects every mistake of a configuration, so that all are told at once. Whatever finds one adds
 * it here and goes on. Not threadsafe.
 */
public final class Mistakes {

  /** Part of the origin of what could not be resolved: it has been told already. */
  static final String TOLD = "(not resolved)";

  /** More of a message than this helps nobody. */
  private static final int LONGEST = 500;

  private record Found(Optional<Place> place, String where, String problem, String word) {}

  private final Sources sources;
  private final Set<Found> found = new LinkedHashSet<>();

  /**
   * @param sources what the mistakes are in
   */
  public Mistakes(Sources sources) {
    this.sources = sources;
  }

  /** Mistakes in a configuration whose text is not at hand: nothing is quoted. */
  public Mistakes() {
    this(new Sources());
  }

  /** What the mistakes are in. */
  public Sources sources() {
    return sources;
  }

  /** Adds the mistake at {@code at}; {@code word} is what to underline there. */
  public void add(ConfigOrigin at, String problem, String word) {
    if (!at.description().contains(TOLD)) {
      Optional<Place> place = sources.find(at);
      found.add(new Found(place, place.map(Place::where).orElseGet(() -> name(at)), problem, word));
    }
  }

  /** As {@link #add(ConfigOrigin, String, String)}. */
  public void add(ConfigValue at, String problem, String word) {
    add(at.origin(), problem, word);
  }

  /** As {@link #add(ConfigOrigin, String, String)}, without a word to underline. */
  public void add(ConfigValue at, String problem) {
    add(at.origin(), problem, "");
  }

  /** Adds a mistake about the key {@code key} of {@code block}: its name, not its value. */
  public void addKey(ConfigObject block, String key, String problem) {
    ConfigValue value = block.get(key);
    if (value != null && sources.isElsewhere(value.origin())) {
      add(value, problem, key);
    } else {
      sources
          .findKey(block, key)
          .ifPresentOrElse(at -> add(at, problem, key), () -> add(block, problem, key));
    }
  }

  /** Adds the mistake at a place. */
  public void add(Place at, String problem, String word) {
    found.add(new Found(Optional.of(at), at.where(), problem, word));
  }

  /** Adds a mistake of a source as a whole, which has no line to quote. */
  public void add(String where, String problem) {
    found.add(new Found(Optional.empty(), where, problem, ""));
  }

  /** How many there are: less than a later count when something between found a mistake. */
  public int count() {
    return found.size();
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All of them in the order of file and line; at one line as they were added. */
  public List<Mistake> all() {
    List<Mistake> all = new ArrayList<>();
    Optional<Place> before = Optional.empty();
    for (Found each : sorted()) {
      boolean quoted = each.place.isPresent() && !each.place.equals(before);
      all.add(mistake(each, quoted ? quote(each) : Quote.NONE));
      before = each.place;
    }
    return all;
  }

  /**
   * Goes on only without mistakes.
   *
   * @param file the name of the configuration as a whole
   * @throws MistakesFound when there are any
   */
  public void throwIfAny(String file) {
    if (!isEmpty()) {
      throw new MistakesFound(file, all());
    }
  }

  private static Mistake mistake(Found each, Quote quote) {
    return new Mistake(Quote.printable(each.where), cut(Quote.printable(each.problem)), quote);
  }

  private List<Found> sorted() {
    return found.stream().sorted(this::byPlace).toList();
  }

  private int byPlace(Found one, Found other) {
    return one.place.isPresent() && other.place.isPresent()
        ? sources.compare(one.place.get(), other.place.get())
        : Boolean.compare(one.place.isEmpty(), other.place.isEmpty());
  }

  private Quote quote(Found each) {
    return each.place.map(place -> Quote.of(sources.quote(place), each.word)).orElse(Quote.NONE);
  }

  private static String cut(String problem) {
    return problem.length() <= LONGEST ? problem : problem.substring(0, LONGEST) + "...";
  }

  private static String name(ConfigOrigin at) {
    return at.description().replaceAll(": (?=\\d+(-\\d+)?$)", ":");
  }
}
