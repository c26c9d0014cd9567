package dev.interleave.sim.cli;

import dev.interleave.kernel.Host;
import dev.interleave.kernel.Kernel;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.trace.Sink;
import dev.interleave.sim.expect.Checked;
import dev.interleave.sim.report.MetricTable;
import dev.interleave.sim.report.RunJson;
import dev.interleave.sim.report.Summary;
import dev.interleave.sim.run.Execution;
import dev.interleave.sim.run.RunResult;
import dev.interleave.sim.scenario.Scenario;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What {@code interleave run} does once its scenario is loaded. */
final class LiveRun implements Callable<Integer> {
  private final Session session;
  private final RunCommand flags;
  private final Scenario scenario;
  private final long started = System.nanoTime();

  LiveRun(Session session, RunCommand flags, Scenario scenario) {
    this.session = session;
    this.flags = flags;
    this.scenario = scenario;
  }

  @Override
  public Integer call() {
    Optional<TraceFile> trace = Optional.ofNullable(flags.trace).map(TraceFile::new);
    try (Interruption interruption = new Interruption(() -> {})) {
      RunResult result = run(List.copyOf(trace.stream().toList()), interruption);
      trace.ifPresent(TraceFile::close);
      report(result);
      return exit(result, interruption, trace.flatMap(TraceFile::failure));
    }
  }

  private RunResult run(List<Sink> sinks, Interruption interruption) {
    tellUnlessQuiet("interleave " + Version.number() + "  " + new Banner(session, scenario).title());
    return new Execution(scenario, sinks, Host.NONE, kernel -> booted(kernel, interruption)).run();
  }

  private void booted(Kernel kernel, Interruption interruption) {
    Duration boot = Duration.ofNanos(System.nanoTime() - started);
    tellUnlessQuiet(new Banner(session, scenario).up(boot));
    interruption.onFirst(kernel::drain);
    session.out().onFailure(kernel::drain);
  }

  private void tellUnlessQuiet(String line) {
    if (!flags.quiet && !flags.json) {
      session.tell(line);
    }
  }

  private void report(RunResult result) {
    PrintStream out = session.out().print();
    if (flags.json) {
      out.println(new RunJson(scenario, result));
    } else if (!flags.quiet) {
      out.println();
      new Summary(result).lines().forEach(out::println);
      if (flags.verbose) {
        new MetricTable(result.metrics()).lines().forEach(out::println);
      }
    }
  }

  private int exit(RunResult result, Interruption interruption, Optional<String> unwritten) {
    result.expectations().stream()
        .filter(Checked::unmet)
        .forEach(it -> session.tell(it.complaint()));
    result.outcome().failure().ifPresent(it -> session.tell("the run failed: " + it));
    unwritten.ifPresent(session::tell);
    if (!result.good()) {
      session.tell(new Replay(session).line(result.plan().machine().seed()));
    }
    return interruption.code().orElse(unwritten.isPresent() ? Exit.FAILED : code(result));
  }

  private static int code(RunResult result) {
    if (result.outcome().end() == Outcome.End.FAILED) {
      return Exit.FAILED;
    }
    return result.good() ? Exit.OK : Exit.UNMET;
  }
}
