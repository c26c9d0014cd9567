package dev.interleave.sim.compare;

import dev.interleave.sim.metric.Metrics;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a run came to for whoever looks at it: the texts that were published last, or what was
 * counted when nothing was. Durations in a text are left out: they are what the runs differ in.
 */
final class ResultText {
  private static final Pattern DURATION =
      Pattern.compile("\\d+(?:\\.\\d+)?(?:E-?\\d+)? ?(?:ns|us|ms|s)\\b");

  private ResultText() {}

  static Map<String, String> of(Metrics metrics) {
    Map<String, String> result = new TreeMap<>();
    metrics.texts().forEach((name, text) -> result.put(name, withoutTimes(text)));
    if (result.isEmpty()) {
      metrics.counters().forEach((name, sum) -> result.put(name, sum.toString()));
    }
    return result;
  }

  private static String withoutTimes(String text) {
    return DURATION.matcher(text).replaceAll("#");
  }
}
