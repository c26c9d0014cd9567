package dev.interleave.sim.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The comment at the top of a scenario file, read without loading the scenario. */
public final class ScenarioHeader {

  private ScenarioHeader() {}

  /** The whole comment; empty when there is none, or the file cannot be read. */
  public static String of(Path file) {
    try {
      return Description.of(Files.readString(file));
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** Its first sentence, on one line. */
  public static String firstSentence(Path file) {
    String text = of(file).replaceAll("\\s+", " ");
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }
}
