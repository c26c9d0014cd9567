package dev.interleave.sim.conform;

import dev.interleave.kernel.MailboxSettings;
import dev.interleave.kernel.Overflow;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.dispatch.Boot;
import dev.interleave.kernel.dispatch.Engine;
import dev.interleave.kernel.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * An actor system on the simulated dispatcher that runs one workload after another. Each begins at
 * an instant of its own, with actors of its own. Not threadsafe.
 */
final class Bench implements AutoCloseable {
  private static final MailboxSettings UNBOUNDED =
      new MailboxSettings(Integer.MAX_VALUE, Overflow.REJECT);

  private final Setup setup;
  private final Engine engine;
  private final ActorSystem<Crew.Command> system;
  private final Trace trace = Trace.on();
  private Recorder recorder;

  Bench(Setup setup) {
    this.setup = setup;
    Boot.Booted<Crew.Command> booted =
        Boot.create(
            setup.machine(),
            setup.policy(),
            trace,
            config -> ActorSystem.create(Crew.create(), "conform", config));
    engine = booted.engine();
    system = booted.system();
    recorder = new Recorder(0, 0);
    trace.attach(event -> recorder.event(event));
    engine.begin();
  }

  /** Ticks that have passed since this bench was made. */
  long age() {
    return engine.clock().nanos();
  }

  /** Runs {@code workload}, and tells what happened from its own time 0 on. */
  Timeline run(Workload workload) {
    List<ActorRef<Assignment>> crew = hire(workload.workers());
    long origin = age() + 1;
    trace.flush();
    recorder = new Recorder(origin, setup.switchCost());
    List<Assignment> assignments = assign(workload.jobs(), crew, origin);
    assignments.forEach(assignment -> assignment.scheduleCut(workload.horizon()));
    assignments.forEach(Assignment::scheduleRelease);
    runUntil(workload.isEndless() ? Long.MAX_VALUE : origin + workload.horizon());
    trace.flush();
    Timeline timeline = recorder.timeline(workload.jobs(), age());
    dismiss(assignments);
    return timeline;
  }

  private List<ActorRef<Assignment>> hire(List<Worker> workers) {
    for (int i = 0; i < workers.size(); i++) {
      engine.profile(Integer.toString(i), settings(workers.get(i)));
    }
    List<ActorRef<Assignment>> crew = new ArrayList<>();
    system.tell(new Crew.Hire(workers.size(), crew));
    runUntil(age());
    return crew;
  }

  private static TaskSettings settings(Worker worker) {
    TaskSettings usual = TaskSettings.DEFAULT;
    return new TaskSettings(
        worker.priority(), 1, usual.deadline(), UNBOUNDED, usual.costs(), usual.restart());
  }

  private List<Assignment> assign(List<Job> jobs, List<ActorRef<Assignment>> crew, long origin) {
    List<Assignment> assignments = new ArrayList<>();
    for (Job job : jobs) {
      assignments.add(
          new Assignment(engine, job, assignments.size(), origin, crew.get(job.worker())));
    }
    return assignments;
  }

  private void dismiss(List<Assignment> assignments) {
    assignments.forEach(Assignment::cut);
    system.tell(new Crew.Dismiss());
    runUntil(age());
  }

  private void runUntil(long time) {
    engine.run(time);
    if (engine.failure() != null) {
      throw new IllegalStateException(engine.failure());
    }
  }

  @Override
  public void close() {
    system.terminate();
    engine.settle(() -> system.whenTerminated().isCompleted());
    engine.close();
  }
}
