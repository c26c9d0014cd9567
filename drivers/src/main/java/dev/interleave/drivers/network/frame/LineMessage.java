package dev.interleave.drivers.network.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The payload of a datagram of the line protocol: {@code ask 17}, a line feed, and the line in
 * UTF-8. Who asks repeats it until the answer with its number comes; who answers remembers what it
 * has answered, so a line is served at most once.
 *
 * @param number of the question, unique for the sender's port; not negative
 */
public record LineMessage(Kind kind, long number, String text) {

  /** What a line is. */
  public enum Kind {
    /** A question. */
    ASK,
    /** The answer to the question with that number. */
    ANS,
    /** Why there is no answer. */
    ERR;

    private final String word = name().toLowerCase(Locale.ROOT);
  }

  private static final Pattern FORM = Pattern.compile("(?s)(ask|ans|err) (\\d{1,18})\\n(.*)");

  /** The payload of its datagram. */
  public Octets encode() {
    return Octets.ofText(kind.word + " " + number + "\n" + text);
  }

  /** Empty when it is no such payload. */
  public static Optional<LineMessage> decode(Octets payload) {
    return payload
        .text()
        .map(FORM::matcher)
        .filter(Matcher::matches)
        .map(it -> new LineMessage(kind(it.group(1)), Long.parseLong(it.group(2)), it.group(3)));
  }

  private static Kind kind(String word) {
    return Arrays.stream(Kind.values())
        .filter(it -> it.word.equals(word))
        .findFirst()
        .orElseThrow();
  }
}
