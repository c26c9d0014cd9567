package dev.interleave.sim.conform;

import dev.interleave.kernel.dispatch.Engine;
import dev.interleave.kernel.policy.Task;
import java.time.Duration;
import java.util.Objects;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;

/** A job on its way: released, begun, and finished or cut off. */
final class Assignment {
  private final Engine engine;
  private final Job job;
  private final int number;
  private final long origin;
  private final ActorRef<Assignment> worker;
  private boolean begun;
  private boolean finished;

  /**
   * @param number of the job in its workload
   * @param origin the virtual time of tick 0
   */
  Assignment(Engine engine, Job job, int number, long origin, ActorRef<Assignment> worker) {
    this.engine = engine;
    this.job = job;
    this.number = number;
    this.origin = origin;
    this.worker = worker;
  }

  void scheduleRelease() {
    at(job.release(), () -> worker.tell(this));
  }

  void scheduleCut(long horizon) {
    if (job.cutAt() < horizon) {
      at(job.cutAt(), this::cut);
    }
  }

  private void at(long tick, Runnable event) {
    engine.after(Duration.ofNanos(origin + tick - engine.clock().nanos()), event);
  }

  /** The worker's handler. */
  void work() {
    if (job.cutAt() == Job.NEVER || engine.clock().nanos() < origin + job.cutAt()) {
      begun = true;
      engine.record((trace, at) -> trace.measured(at, task().id(), Recorder.BEGUN, number));
      engine.consume(job.burst());
      engine.act(() -> finished = true);
    }
  }

  /** Takes the core from the job for good, if it is at work. */
  void cut() {
    if (begun && !finished) {
      engine.abort(task());
      finished = true;
    }
  }

  private Task task() {
    return Objects.requireNonNull(engine.task(Adapter.toClassic(worker)));
  }
}
