package dev.interleave.sim.cli;

import dev.interleave.kernel.Outcome;
import dev.interleave.sim.metric.Amounts;
import dev.interleave.sim.run.RunResult;
import dev.interleave.sim.scenario.Scenario;
import dev.interleave.sim.timeline.DrawingOptions;
import dev.interleave.sim.timeline.Schedule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code interleave timeline}. */
@Command(
    name = "timeline",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs a scenario and draws who ran when, per core and per task.",
      "",
      "Runs on simulated unless --dispatcher says otherwise; on a real dispatcher the drawing is of"
          + " the events as they happened.",
      "Keys come from standard input; at a terminal a short session is typed for you."
    },
    footer = {
      "",
      "Examples:",
      "  interleave timeline workqueue",
      "  interleave timeline vector-split --cores 2",
      "  interleave timeline gophers --from 10ms --to 20ms --width 120",
      "  interleave timeline yield --dispatcher multicore --ascii"
    })
final class TimelineCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Session session;

  @Mixin ScenarioParameter scenario = new ScenarioParameter();

  @Mixin MachineFlags machine = new MachineFlags();

  @Mixin PluginFlags plugins = new PluginFlags();

  @Option(names = "--from", paramLabel = "TIME", description = "where the drawing begins")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "where it ends")
  @Nullable String to;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "how many characters a line has (default: the terminal's)")
  @Nullable Integer width;

  @Option(names = "--ascii", description = "only ASCII characters")
  boolean ascii;

  TimelineCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    long left = FlagTimes.nanos("--from", from).orElse(0L);
    long right = FlagTimes.nanos("--to", to).orElse(Long.MAX_VALUE);
    if (right <= left) {
      throw new UsageError("--to must be after --from");
    }
    if (width != null && width < 1) {
      throw new UsageError("--width must be at least 1, not " + width);
    }
    return drawn(
        new Loading(plugins.extend(session)).load(scenario.file, machine, "simulated"),
        left,
        right);
  }

  private int drawn(Scenario loaded, long left, long right) {
    Schedule schedule = new Schedule();
    BatchInput input = new BatchInput(session);
    input.prepare(loaded);
    try (Interruption interruption = new Interruption(() -> {})) {
      RunResult result =
          new BatchRun(interruption, PATIENCE).run(loaded, List.of(schedule), input.host(loaded));
      draw(result, schedule, left, right);
      return interruption.code().orElseGet(() -> exit(loaded, result));
    }
  }

  private void draw(RunResult result, Schedule schedule, long left, long right) {
    long end = Math.max(schedule.end(), 1);
    if (left >= end) {
      throw new UsageError(
          "--from is after the end of the run, " + Amounts.duration(BigDecimal.valueOf(end)));
    }
    DrawingOptions options =
        new DrawingOptions(
            left,
            Math.min(right, end),
            result.plan().machine().cores(),
            width == null ? Screen.width(session) : width,
            ascii || !session.unicode());
    new TimelineText(result, schedule, options).lines().forEach(session.out().print()::println);
  }

  private int exit(Scenario loaded, RunResult result) {
    if (result.outcome().end() == Outcome.End.DRAINED) {
      session.tell(
          "cut short after "
              + PATIENCE.toSeconds()
              + " s: it does not end by itself; give --until");
    }
    result.outcome().failure().ifPresent(it -> session.tell("the run failed: " + it));
    if (result.outcome().end() == Outcome.End.FAILED) {
      session.tell(new Replay(session).line(loaded));
      return Exit.FAILED;
    }
    return Exit.OK;
  }
}
