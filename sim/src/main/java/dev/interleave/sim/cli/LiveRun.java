package dev.interleave.sim.cli;

import dev.interleave.drivers.keyboard.KeyRecorder;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.sim.expect.Checked;
import dev.interleave.sim.program.shell.EchoShell;
import dev.interleave.sim.report.MetricTable;
import dev.interleave.sim.report.RunJson;
import dev.interleave.sim.report.Summary;
import dev.interleave.sim.run.Execution;
import dev.interleave.sim.run.RunResult;
import dev.interleave.sim.scenario.Scenario;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
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
    new OutfileCheck(flags.trace, flags.record).before(scenario.plan());
    Outfiles files = Outfiles.open(flags.trace, flags.record);
    try (Seat seat = Seat.take(session, !flags.json);
        Interruption interruption = new Interruption(seat::close)) {
      RunResult result = run(files, seat, interruption);
      List<String> unwritten = files.close();
      seat.close();
      report(result);
      int code = exit(result, interruption, unwritten);
      if (code == Exit.OK && seat.live()) {
        tellUnlessQuiet(next());
      }
      return code;
    }
  }

  private RunResult run(Outfiles files, Seat seat, Interruption interruption) {
    tellUnlessQuiet(
        "interleave " + Version.number() + "  " + new Banner(session, scenario).title());
    Lent host = seat.host();
    files.keys().ifPresent(it -> host.with(KeyRecorder.class, it.recorder()));
    RunResult result =
        new Execution(scenario, files.sinks(), host, kernel -> booted(kernel, seat, interruption))
            .run();
    if (result.outcome().failure().isEmpty()) {
      seat.open();
    }
    return result;
  }

  private void booted(Kernel kernel, Seat seat, Interruption interruption) {
    kernel.whenUp(() -> up(seat));
    interruption.onFirst(() -> stop(kernel, seat));
    session.out().onFailure(() -> stop(kernel, seat));
  }

  private void up(Seat seat) {
    Duration boot = Duration.ofNanos(System.nanoTime() - started);
    String hint = seat.live() && hasShell() ? ". Type help, or exit." : "";
    Banner banner = new Banner(session, scenario);
    tellUnlessQuiet(banner.up(boot) + hint);
    banner.endless().ifPresent(this::tellUnlessQuiet);
    seat.open();
  }

  private String next() {
    String file = flags.scenario.file.equals("desktop") ? "" : " " + flags.scenario.file;
    return "next: "
        + session.command()
        + " compare"
        + file
        + "\n      the same kernel on one thread, on many cores, and simulated";
  }

  private boolean hasShell() {
    return scenario.plan().parts().stream()
        .anyMatch(
            it -> it instanceof Part.ProgramPart program && program.program() instanceof EchoShell);
  }

  private static void stop(Kernel kernel, Seat seat) {
    kernel.drain();
    seat.leave();
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

  private int exit(RunResult result, Interruption interruption, List<String> unwritten) {
    result.expectations().stream()
        .filter(Checked::unmet)
        .forEach(it -> session.tell(it.complaint()));
    result.outcome().failure().ifPresent(it -> session.tell("the run failed: " + it));
    unwritten.forEach(session::tell);
    if (!result.good()) {
      session.tell(new Replay(session).line(scenario));
    }
    return interruption.code().orElse(unwritten.isEmpty() ? code(result) : Exit.FAILED);
  }

  private static int code(RunResult result) {
    if (result.outcome().end() == Outcome.End.FAILED) {
      return Exit.FAILED;
    }
    return result.good() ? Exit.OK : Exit.UNMET;
  }
}
