package dev.interleave.sim.bench;

import dev.interleave.kernel.redefine.Redefinition;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code interleave bench}: how fast the engine is, as ratios of one run. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures the engine against raw Pekko, or against what the platform has: both in turn, in this"
          + " process, round by round.",
      "",
      "A line shows what one operation takes on each side (the medians), how many times as fast (or"
          + " small) ours is (the median of the rounds' ratios, and their quartiles), and the goal;"
          + " a goal that is missed is marked '!'. Only the ratio of one run means anything."
    },
    footer = {
      "",
      "Examples:",
      "  interleave bench messages",
      "  interleave bench messages --only 'simulated fifo, pair'",
      "  interleave bench start --rounds 20 --json > start.json"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:measured, whether goals were met or not", "2:the command line is wrong"})
public final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "WHAT",
      description = "messages, timers or start",
      completionCandidates = Names.class)
  private String what = "";

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      description = "only the contests whose title contains this regular expression")
  private String only = "";

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "rounds that count, at least 1 (default: ${DEFAULT-VALUE})")
  private int rounds = 7;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "rounds before these, at least 0 (default: ${DEFAULT-VALUE})")
  private int warmUp = 4;

  @Option(names = "--json", description = "prints one JSON object a contest and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    Pattern pattern = pattern();
    List<Contest> wanted =
        bench().contests().stream().filter(it -> pattern.matcher(it.title()).find()).toList();
    if (wanted.isEmpty()) {
      throw wrong("no contest of '" + what + "' has '" + only + "' in its title");
    }
    if (rounds < 1 || warmUp < 0) {
      throw wrong("--rounds must be at least 1 and --warm-up at least 0");
    }
    Redefinition.loadedEarly();
    print(json ? new JsonReport() : new TableReport(wanted), wanted);
    return 0;
  }

  private void print(Report report, List<Contest> wanted) {
    PrintWriter out = spec.commandLine().getOut();
    report.head().forEach(out::println);
    for (Contest contest : wanted) {
      out.println(report.line(contest, contest.fight(warmUp, rounds)));
      out.flush();
    }
  }

  private Bench bench() {
    return Arrays.stream(Bench.values())
        .filter(it -> nameOf(it).equals(what))
        .findFirst()
        .orElseThrow(() -> wrong("cannot measure '" + what + "': messages, timers or start"));
  }

  private Pattern pattern() {
    try {
      return Pattern.compile(only);
    } catch (PatternSyntaxException bad) {
      throw wrong("--only: " + bad.getDescription() + " in '" + only + "'");
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private static String nameOf(Bench bench) {
    return bench.name().toLowerCase(Locale.ROOT);
  }

  /** What can be measured. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Bench.values()).map(BenchCommand::nameOf).iterator();
    }
  }
}
