package dev.interleave.kernel.config;

import com.typesafe.config.Config;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a text as the file {@code lab.conf} and collects what is said about it. */
final class Reading {

  private final Mistakes mistakes = new Mistakes();
  private final HoconReader reader =
      new HoconReader("lab.conf", mistakes, Reading.class.getClassLoader());

  Config text(String text, Map<String, String> environment) {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return reader.resolve(reader.stream(in, "lab.conf"), environment);
  }

  /** Binds the block {@code it} of the text. */
  <T> Optional<T> bind(Class<T> type, String text) {
    Config config = text("it " + text, Map.of());
    return Binder.bind(type, config.root().get("it"), "it", mistakes);
  }

  Mistakes mistakes() {
    return mistakes;
  }

  /** The first line of every mistake. */
  List<String> headlines() {
    return mistakes.all().stream().map(Mistake::headline).toList();
  }

  /** What is said of the block {@code it} when it is bound to {@code type}. */
  static List<String> mistakes(Class<?> type, String text) {
    Reading reading = new Reading();
    reading.bind(type, text);
    return reading.headlines();
  }

  /** The record that the block {@code it} describes. */
  static <T> T bound(Class<T> type, String text) {
    Reading reading = new Reading();
    Optional<T> bound = reading.bind(type, text);
    return bound.orElseThrow(() -> new AssertionError(reading.headlines()));
  }
}
