package dev.interleave.testkit.broken;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The broken policies, each with the rule of the contract that catches it. */
final class BrokenPolicies {
  private static final long MILLISECOND = 1_000_000;

  private BrokenPolicies() {}

  /**
   * A policy with one fault.
   *
   * @param fault in words
   * @param policy makes it
   * @param rule the name of the rule that catches it
   */
  record Broken(String fault, Supplier<Policy> policy, String rule) {
    @Override
    public String toString() {
      return fault + " -> " + rule;
    }
  }

  static List<Broken> all() {
    List<Broken> all = new ArrayList<>();
    all.addAll(losing());
    all.addAll(wasting());
    all.addAll(impure());
    return all;
  }

  private static List<Broken> losing() {
    String lost = "noReadyTaskIsLost";
    return List.of(
        new Broken("forgets every third task", Forgetful::new, lost),
        new Broken("never takes anything", Lazy::new, lost),
        new Broken("puts all off for ever", PutsOff::new, lost),
        new Broken("throws when it is asked for a place", Throwing::new, lost),
        new Broken("has slices of nothing", () -> new Sliced(Duration.ZERO), lost),
        new Broken("has slices below nothing", () -> new Sliced(Duration.ofMillis(-1)), lost),
        new Broken("loses what was preempted", LosesPreempted::new, "everyTaskIsServedWhatItOwes"),
        new Broken("loses what had its slice", LosesExpired::new, "everyTaskIsServedWhatItOwes"),
        new Broken(
            "knows whole milliseconds only",
            WholeMilliseconds::new,
            "everyTaskFinishesOnRealCoresToo"));
  }

  private static List<Broken> wasting() {
    String idle = "noCoreIdlesWithReadyWork";
    return List.of(
        new Broken("places a task twice", Twice::new, "noTaskRunsTwice"),
        new Broken("takes back what it has handed out", Repeating::new, "noTaskRunsTwice"),
        new Broken("leaves cores beyond the first idle", FirstCoreOnly::new, idle),
        new Broken("holds tasks back and does not say so", HoldsBack::new, idle),
        new Broken("lets whoever comes take the core", Pushing::new, "preemptionGoesOneWay"));
  }

  private static List<Broken> impure() {
    String pure = "itReadsNoClockAndThrowsNoDiceOfItsOwn";
    AtomicLong shared = new AtomicLong();
    return List.of(
        new Broken(
            "remembers what an earlier run did",
            () -> new Remembering(shared),
            "sameInputGivesTheSameOrder"),
        new Broken("goes by identity hashes", Hashing::new, "sameInputGivesTheSameOrder"),
        new Broken("asks the wall clock", ImpurePolicies.WallClock::new, pure),
        new Broken("throws dice of its own", ImpurePolicies.OwnDice::new, pure));
  }

  private static final class Forgetful extends InOrder {
    private int seen;

    @Override
    public void enqueue(Task task, RunQueue queue) {
      if (++seen % 3 != 0) {
        queue.last(task);
      }
    }
  }

  private static final class Twice extends InOrder {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.last(task);
      queue.last(task);
    }
  }

  private static final class Lazy extends InOrder {
    @Override
    public @Nullable Task next(int core, RunQueue queue) {
      return null;
    }
  }

  private static final class FirstCoreOnly extends InOrder {
    @Override
    public @Nullable Task next(int core, RunQueue queue) {
      return core == 0 ? queue.take() : null;
    }
  }

  private static final class Sliced extends InOrder {
    private final Duration slice;

    Sliced(Duration slice) {
      this.slice = slice;
    }

    @Override
    public Duration slice(Task task) {
      return slice;
    }
  }

  private static final class Throwing extends InOrder {
    private int seen;

    @Override
    public void enqueue(Task task, RunQueue queue) {
      if (++seen > 5) {
        throw new IllegalStateException("no place left");
      }
      queue.last(task);
    }
  }

  private static final class LosesPreempted extends InOrder {
    @Override
    public void preempted(Task task, RunQueue queue) {}

    @Override
    public boolean preempts(Task ready, Task running) {
      return ready.priority() > running.priority();
    }
  }

  private static final class LosesExpired extends InOrder {
    @Override
    public void expired(Task task, RunQueue queue) {}

    @Override
    public Duration slice(Task task) {
      return Duration.ofMillis(1);
    }
  }

  private static final class PutsOff extends InOrder {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.later(Duration.ofMillis(1), task);
    }
  }

  private static final class HoldsBack extends InOrder {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      Duration held = Duration.ofMillis(queue.now() / MILLISECOND % 2);
      if (held.isZero()) {
        queue.last(task);
      } else {
        queue.later(held, task);
      }
    }
  }

  private static final class WholeMilliseconds extends InOrder {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      if (queue.now() % MILLISECOND == 0) {
        queue.last(task);
      }
    }
  }

  private static final class Pushing extends InOrder {
    @Override
    public boolean preempts(Task ready, Task running) {
      return true;
    }
  }

  private static final class Hashing extends InOrder {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.by(task.note(Object::new).hashCode(), task);
    }
  }

  private static final class Remembering extends InOrder {
    private final AtomicLong shared;

    Remembering(AtomicLong shared) {
      this.shared = shared;
    }

    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.by(shared.incrementAndGet() % 7, task);
    }
  }

  private static final class Repeating extends InOrder {
    private @Nullable Task last;
    private int calls;

    @Override
    public @Nullable Task next(int core, RunQueue queue) {
      Task given = last;
      if (given != null && ++calls % 5 == 0) {
        return given;
      }
      last = queue.take();
      return last;
    }
  }
}
