package dev.interleave.kernel.anysystem;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Host;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Telling;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.awaitility.Awaitility;

/** Whole systems that live one after the other, and what is left of them. */
enum Lifecycles {
  CONFIGURED {
    @Override
    Object live() {
      ActorSystem<?> system =
          ActorSystem.create(Behaviors.setup(context -> Behaviors.stopped()), "brief", SIMULATED);
      if (SimulatedRun.of(system).await().end() != Outcome.End.FINISHED) {
        throw new AssertionError("it has not finished");
      }
      return system;
    }
  },
  SIMULATED_KERNEL {
    @Override
    Object live() {
      return kernel(Machine.Simulated.of(2, 1));
    }
  },
  ONE_THREAD_KERNEL {
    @Override
    Object live() {
      return kernel(new Machine.OneThread(1));
    }
  },
  MULTICORE_KERNEL {
    @Override
    Object live() {
      return kernel(new Machine.Multicore(2, 1));
    }
  };

  private static final Config SIMULATED =
      ConfigFactory.parseString("pekko { loglevel = OFF, stdout-loglevel = OFF }")
          .withFallback(ConfigFactory.load("interleave-simulated"));

  /** Creates a system, runs it to its end, and returns what stands for it in memory. */
  abstract Object live();

  private static Object kernel(Machine machine) {
    Doing driver = Doing.each((context, message) -> Behaviors.same());
    List<Part> parts =
        List.of(
            new Part.DriverPart("driver", driver, List.of(), TaskSettings.DEFAULT),
            new Part.ProgramPart(
                "teller",
                Telling.all("driver hello"),
                List.of("driver"),
                TaskSettings.DEFAULT,
                new Arrivals.Once()));
    Plan plan = new Plan("brief", machine, new Fifo(), Optional.empty(), parts);
    Kernel kernel = Kernel.boot(plan, List.of(), Host.NONE);
    if (kernel.run().end() != Outcome.End.FINISHED) {
      throw new AssertionError("it has not finished");
    }
    return kernel;
  }

  /**
   * Lets {@code count} of them live, and waits until nothing of them is left.
   *
   * @throws org.awaitility.core.ConditionTimeoutException when memory or threads are kept
   */
  void leaveNothing(int count) {
    Set<Thread> before = threads();
    List<WeakReference<Object>> lives = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lives.add(new WeakReference<>(live()));
    }
    Awaitility.await("no thread is left")
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .until(() -> before.containsAll(threads()));
    Awaitility.await("nothing is left in memory")
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .until(() -> collected(lives));
  }

  private static Set<Thread> threads() {
    return new LinkedHashSet<>(Thread.getAllStackTraces().keySet());
  }

  private static boolean collected(List<WeakReference<Object>> lives) {
    System.gc();
    return lives.stream().allMatch(life -> life.refersTo(null));
  }

  /**
   * Lets many live, a thousand of each kind after the other, and prints what they leave.
   *
   * @param arguments how many in all; 10000 without
   */
  public static void main(String[] arguments) {
    int all = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int batch = Math.min(1000, all);
    for (int lived = batch; lived <= all; lived += batch) {
      for (Lifecycles kind : values()) {
        kind.leaveNothing(batch);
        Runtime memory = Runtime.getRuntime();
        System.out.printf(
            "%-18s %6d lived, %2d threads, %3d MiB%n",
            kind, lived, threads().size(), (memory.totalMemory() - memory.freeMemory()) >> 20);
      }
    }
  }
}
