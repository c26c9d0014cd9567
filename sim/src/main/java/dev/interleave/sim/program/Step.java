package dev.interleave.sim.program;

import dev.interleave.kernel.config.Request;
import java.time.Duration;
import java.util.List;

/**
 * One step of a program. Each takes at most one turn; those that neither wait nor compute share the
 * turn of the one before.
 */
public sealed interface Step {

  /** Takes this step: what it does is {@code walk}'s to do. */
  Next take(Walk walk);

  /** How a program goes on after a step. */
  enum Next {
    /** With the next step, in the same turn. */
    ON,
    /** With the next step when a message has come; meanwhile it uses no core. */
    WAIT,
    /** With the next step after everybody who is ready. */
    YIELD,
    /** Not at all. */
    END
  }

  /** Uses a core for {@code cpu} of CPU time; 0 is no step at all. */
  record Compute(Duration cpu) implements Step {
    @Override
    public Next take(Walk walk) {
      return walk.compute(cpu);
    }
  }

  /** Waits for {@code time} without a core; 0 is no step at all. */
  record Sleep(Duration time) implements Step {
    @Override
    public Next take(Walk walk) {
      return walk.sleep(time);
    }
  }

  /** Sends a request to the driver {@code target} and waits for its answer without a core. */
  record Ask(String target, Request request) implements Step {
    @Override
    public Next take(Walk walk) {
      return walk.ask(target, request);
    }
  }

  /** Sends a request and goes on; an answer to it is ignored. */
  record Tell(String target, Request request) implements Step {
    @Override
    public Next take(Walk walk) {
      return walk.tell(target, request);
    }
  }

  /** Lets every task that is ready have a turn first. */
  record Yield() implements Step {
    @Override
    public Next take(Walk walk) {
      return Next.YIELD;
    }
  }

  /** Takes {@code steps} {@code times} times. */
  record Repeat(long times, List<Step> steps) implements Step {
    @Override
    public Next take(Walk walk) {
      return walk.enter(steps, times);
    }
  }

  /** Takes the steps of one alternative, drawn from the program's own stream by weight. */
  record Choose(List<Alternative> alternatives) implements Step {
    @Override
    public Next take(Walk walk) {
      return walk.choose(alternatives);
    }
  }

  /** What {@link Choose} may choose, {@code weight} times as often as one of weight 1. */
  record Alternative(long weight, List<Step> steps) {}

  /** Starts a child that takes {@code steps} at the same time, and goes on. */
  record Fork(String name, List<Step> steps) implements Step {
    @Override
    public Next take(Walk walk) {
      return walk.fork(name, steps);
    }
  }

  /** Waits until every child that was forked as {@code name} has ended. */
  record Join(String name) implements Step {
    @Override
    public Next take(Walk walk) {
      return walk.join(name);
    }
  }

  /** Waits for a lock of the kernel's lock server. */
  record Lock(String name) implements Step {
    @Override
    public Next take(Walk walk) {
      return walk.lock(name);
    }
  }

  /** Gives a lock back. */
  record Unlock(String name) implements Step {
    @Override
    public Next take(Walk walk) {
      return walk.unlock(name);
    }
  }

  /** Ends the whole run. */
  record Exit() implements Step {
    @Override
    public Next take(Walk walk) {
      return walk.exit();
    }
  }
}
