package dev.interleave.testkit.broken;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Policies, each with one fault, by a name that says which. */
final class BrokenPolicies {
  private BrokenPolicies() {}

  static Map<String, Supplier<Policy>> all() {
    AtomicLong shared = new AtomicLong();
    Map<String, Supplier<Policy>> all = new LinkedHashMap<>();
    all.put("forgets every third task", Forgetful::new);
    all.put("places a task twice", Twice::new);
    all.put("never takes anything", Lazy::new);
    all.put("leaves cores beyond the first idle", FirstCoreOnly::new);
    all.put("has slices of nothing", () -> new Sliced(Duration.ZERO));
    all.put("has slices below nothing", () -> new Sliced(Duration.ofMillis(-1)));
    all.put("throws when it is asked for a place", Throwing::new);
    all.put("loses what was preempted", LosesPreempted::new);
    all.put("draws from randomness of its own", OwnRandomness::new);
    all.put("remembers what an earlier run did", () -> new Remembering(shared));
    all.put("takes back what it has handed out", Repeating::new);
    return all;
  }

  private abstract static class Base implements Policy {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.last(task);
    }
  }

  private static final class Forgetful extends Base {
    private int seen;

    @Override
    public void enqueue(Task task, RunQueue queue) {
      if (++seen % 3 != 0) {
        queue.last(task);
      }
    }
  }

  private static final class Twice extends Base {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.last(task);
      queue.last(task);
    }
  }

  private static final class Lazy extends Base {
    @Override
    public @Nullable Task next(int core, RunQueue queue) {
      return null;
    }
  }

  private static final class FirstCoreOnly extends Base {
    @Override
    public @Nullable Task next(int core, RunQueue queue) {
      return core == 0 ? queue.take() : null;
    }
  }

  private static final class Sliced extends Base {
    private final Duration slice;

    Sliced(Duration slice) {
      this.slice = slice;
    }

    @Override
    public Duration slice(Task task) {
      return slice;
    }
  }

  private static final class Throwing extends Base {
    private int seen;

    @Override
    public void enqueue(Task task, RunQueue queue) {
      if (++seen > 5) {
        throw new IllegalStateException("no place left");
      }
      queue.last(task);
    }
  }

  private static final class LosesPreempted extends Base {
    @Override
    public void preempted(Task task, RunQueue queue) {}

    @Override
    public boolean preempts(Task ready, Task running) {
      return ready.priority() > running.priority();
    }
  }

  private static final class OwnRandomness extends Base {
    private final SplittableRandom random = new SplittableRandom();

    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.by(random.nextLong(), task);
    }
  }

  private static final class Remembering extends Base {
    private final AtomicLong shared;

    Remembering(AtomicLong shared) {
      this.shared = shared;
    }

    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.by(shared.incrementAndGet() % 7, task);
    }
  }

  private static final class Repeating extends Base {
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
