package dev.interleave.sim.create;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places to fill, each a name in two braces.
 *
 * @param text as it is in the resource
 */
public record Template(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(/?\\*|//).*$");

  /** The resource of that name: beside this class, or anywhere when it begins with a slash. */
  public static Template of(String name) {
    try (InputStream resource = Template.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(resource, name).readAllBytes();
      return new Template(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** With all places filled. */
  public String fill(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1))));
  }

  private static String value(Map<String, String> values, String place) {
    return Objects.requireNonNull(values.get(place), place);
  }

  /** Whether a Java class of that name would be taken for one that the text uses. */
  boolean uses(String className) {
    String code = COMMENT.matcher(text).replaceAll("");
    return Pattern.compile("(?<![\\w}])" + className + "\\b").matcher(code).find();
  }
}
