package dev.interleave.testkit;

import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.MailboxSettings;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.RestartSettings;
import dev.interleave.kernel.TaskSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Tasks of random bursts, priorities, weights, deadlines and times of arrival, many of them equal
 * so that ties are common.
 *
 * @param seed decides everything
 */
record RandomWorkload(long seed) {
  private static final int MOST_TASKS = 12;
  private static final int MOST_TURNS = 4;
  private static final int LONGEST_MILLIS = 6;
  private static final int PRIORITIES = 4;

  List<Part> parts() {
    SplittableRandom random = new SplittableRandom(seed);
    List<Part> parts = new ArrayList<>();
    int tasks = 1 + random.nextInt(MOST_TASKS);
    for (int i = 0; i < tasks; i++) {
      parts.add(part("t" + i, random));
    }
    return parts;
  }

  private static Part part(String name, SplittableRandom random) {
    List<Duration> bursts = new ArrayList<>();
    int turns = 1 + random.nextInt(MOST_TURNS);
    for (int i = 0; i < turns; i++) {
      bursts.add(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
    }
    Duration arrival = Duration.ofMillis(random.nextInt(2 * LONGEST_MILLIS));
    return new Part.ProgramPart(
        name, new Burst(bursts), List.of(), settings(random), new Arrivals.Trace(List.of(arrival)));
  }

  private static TaskSettings settings(SplittableRandom random) {
    return new TaskSettings(
        random.nextInt(PRIORITIES),
        1 + random.nextInt(PRIORITIES),
        Optional.of(Duration.ofMillis(1 + random.nextInt(4 * LONGEST_MILLIS))),
        MailboxSettings.DEFAULT,
        Map.of(),
        RestartSettings.DEFAULT);
  }
}
