package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.dispatch.AnySystemSettings.Outside;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads outside of one machine. The machine runs while all of them rest, so that several
 * things that one of them submits in a row arrive together and in order; while it runs, whatever
 * comes is a leak.
 */
final class Outsiders implements Gate {
  private static final long SHORTEST_NANOS = 20_000;
  private static final long LONGEST_NANOS = 1_000_000;
  private static final long IDLE_NANOS = 20_000_000;

  private final Outside who;
  private final Consumer<String> leaks;
  private final Impatience impatience;
  private final List<Outsider> known = new CopyOnWriteArrayList<>();
  private final Set<Thread> silent = ConcurrentHashMap.newKeySet();
  private Outsider[] resting = {};
  private volatile @Nullable Thread machine;
  private volatile CompletableFuture<Void> steps = CompletableFuture.completedFuture(null);
  private volatile boolean started;
  private volatile boolean lenient;

  /**
   * @param creator the thread that creates the system
   * @param leaks takes what came and may not
   * @param impatience what happens when somebody does not rest for long
   */
  Outsiders(Thread creator, Outside who, Consumer<String> leaks, Impatience impatience) {
    this.who = who;
    this.leaks = leaks;
    this.impatience = impatience;
    known.add(new Outsider(creator));
  }

  /** Leaks are told, and enter all the same. */
  void lenient() {
    lenient = true;
  }

  // --- any thread ---

  @Override
  public boolean admits(boolean running, Supplier<String> leak) {
    Thread speaker = Thread.currentThread();
    if (running ? goesOn(speaker) : mayMeet(speaker)) {
      return true;
    }
    leaks.accept(leak.get());
    return lenient;
  }

  @Override
  public void waits(String leak) {
    leaks.accept(leak);
  }

  @Override
  public void admitted() {
    LockSupport.unpark(machine);
  }

  @Override
  public void awaitStep() {
    CompletableFuture<Void> running = steps;
    if (goesOn(Thread.currentThread())) {
      running.join();
    }
  }

  /** What {@code wait} brings; until then the calling thread has nothing to say. */
  <T> T silently(Supplier<T> wait) {
    Thread speaker = Thread.currentThread();
    silent.add(speaker);
    LockSupport.unpark(machine);
    try {
      return wait.get();
    } finally {
      silent.remove(speaker);
    }
  }

  /** Its wait has ended in the step that the machine is in, after which the machine will pause. */
  private boolean goesOn(Thread speaker) {
    Outsider one = find(speaker);
    return one != null && one.goesOn();
  }

  private synchronized boolean mayMeet(Thread speaker) {
    if (find(speaker) != null) {
      return true;
    }
    boolean may = !started || who == Outside.ANY;
    if (may) {
      known.add(new Outsider(speaker));
    }
    return may;
  }

  private @Nullable Outsider find(Thread thread) {
    for (Outsider each : known) {
      if (each.thread == thread) {
        return each;
      }
    }
    return null;
  }

  // --- the machine's thread ---

  /** Waits until everybody rests, or {@code over}. */
  void awaitRest(BooleanSupplier over) {
    machine = Thread.currentThread();
    long pause = SHORTEST_NANOS;
    for (int looks = 1; !over.getAsBoolean() && !everybodyRests(); looks++) {
      impatience.look(looks, known);
      LockSupport.parkNanos(this, pause);
      pause = Math.min(LONGEST_NANOS, pause * 2);
    }
    started = true;
    known.forEach(Outsider::remember);
    resting = known.toArray(Outsider[]::new);
  }

  /** The machine runs until {@link #pauses}. */
  void runs() {
    if (steps.isDone()) {
      steps = new CompletableFuture<>();
    }
  }

  /** The machine has stopped after a step: who waited for what came in it may go on. */
  void pauses() {
    steps.complete(null);
  }

  private boolean everybodyRests() {
    boolean all = true;
    for (Outsider each : known) {
      all &= each.rests();
    }
    return all;
  }

  /** Whether none of those that could be asked when everybody rested goes on. */
  boolean atRest() {
    for (int i = 0; i < resting.length; i++) {
      if (resting[i].goesOn()) {
        return false;
      }
    }
    return true;
  }

  /** Waits until somebody submits something, goes on or is gone, or {@code over}. */
  void awaitWord(BooleanSupplier over) {
    if (!over.getAsBoolean()) {
      LockSupport.parkNanos(this, IDLE_NANOS);
    }
  }

  @Override
  public boolean nobodyMayCome() {
    known.removeIf(Outsider::isGone);
    return who != Outside.ANY && known.stream().allMatch(it -> silent.contains(it.thread));
  }
}
