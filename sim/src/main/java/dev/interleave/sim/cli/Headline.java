package dev.interleave.sim.cli;

import dev.interleave.sim.scenario.Scenario;
import java.util.List;

/** What is said above a comparison. */
final class Headline {

  private Headline() {}

  static List<String> of(Scenario scenario, boolean dispatchers) {
    String changes = dispatchers ? "dispatcher" : "policy";
    String same = "Structure is the same; only the " + changes + " changes.";
    return Paragraph.wrapped(
        scenario.name() + ": " + firstSentence(scenario.description()) + " " + same, "");
  }

  private static String firstSentence(String description) {
    String text = description.replaceAll("\\s+", " ");
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }
}
