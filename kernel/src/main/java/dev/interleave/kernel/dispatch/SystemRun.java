package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.dispatch.AnySystemSettings.Leaks;
import dev.interleave.kernel.dispatch.Engine.Halt;
import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pekko.actor.ActorSystem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The run of an actor system that came to an engine by its configuration. A thread of its own is
 * the machine: it runs while the outside rests, rests when nothing is left to do, and ends with the
 * system.
 */
public final class SystemRun implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger("dev.interleave.simulated");

  private static final long LOOK_NANOS = 1_000_000;
  private static final int MANY_LOOKS = 10_000;

  private final SimulatedEngine engine;
  private final Trace trace = Trace.on();
  private final AnySystemSettings settings;
  private final Outsiders outsiders;
  private final Creation creation;
  private final ReentrantLock machine = new ReentrantLock();
  private final List<String> leaks = new CopyOnWriteArrayList<>();
  private final ArrayDeque<Event> events = new ArrayDeque<>();
  private final CompletableFuture<Ended> end = new CompletableFuture<>();
  private @Nullable ActorSystem system;
  private volatile boolean closed;

  /**
   * How a run ended.
   *
   * @param why it ended; {@link Halt#HALTED} when the system terminated by itself
   * @param elapsed virtual time
   * @param digest of all events
   * @param events the last ones, as many as are kept
   * @param leaks all that were noticed
   * @param failure the rule that was broken
   */
  public record Ended(
      Halt why,
      Duration elapsed,
      String digest,
      List<Event> events,
      List<String> leaks,
      Optional<String> failure) {}

  /** The calling thread is about to create the system. */
  SystemRun(AnySystem wanted) {
    settings = wanted.settings();
    engine = new SimulatedEngine(wanted.machine(), wanted.policy(), trace);
    Impatience impatience = new Impatience(MANY_LOOKS, LOG::warn);
    outsiders = new Outsiders(Thread.currentThread(), settings.outside(), this::leaked, impatience);
    if (settings.leaks() == Leaks.COUNT) {
      outsiders.lenient();
    }
    if (settings.events() > 0) {
      trace.attach(this::keep);
    }
    engine.entrance.gate(outsiders);
    engine.grace(settings.grace());
    engine.leave();
    creation = Creation.begin(engine, machine);
  }

  private void keep(Event event) {
    if (events.size() == settings.events()) {
      events.removeFirst();
    }
    events.addLast(event);
  }

  private void leaked(String leak) {
    leaks.add(leak);
    if (settings.leaks() == Leaks.FAIL) {
      engine.fail(leak);
    } else {
      LOG.warn(leak);
    }
  }

  // --- for Pekko's side ---

  SimulatedEngine engine() {
    return engine;
  }

  /** The system makes its first actor. */
  synchronized void start(ActorSystem itself, ThreadFactory threads) {
    if (system == null) {
      system = itself;
      Thread thread = threads.newThread(this);
      thread.setName(itself.name() + "-machine");
      thread.start();
    }
  }

  /** The system exists, as its creating thread knows. */
  void created() {
    creation.end();
  }

  /** The system has terminated, or was never made. */
  synchronized void close() {
    closed = true;
    engine.halt();
    if (system == null) {
      creation.end();
      engine.close(); // there is no machine's thread to do so
    }
  }

  // --- for people ---

  /**
   * Waits for the end, which comes after the system's termination. The calling thread counts as
   * gone meanwhile: when nothing is left to do and nobody else may speak, the system is terminated.
   */
  public Ended await() {
    return outsiders.silently(end::join);
  }

  /** Virtual time since the start of the system. Any thread. */
  public Duration elapsed() {
    return engine.clock().sinceBoot();
  }

  /** The leaks that were noticed so far. Any thread. */
  public List<String> leaks() {
    return List.copyOf(leaks);
  }

  // --- the machine's thread ---

  @Override
  public void run() {
    Watchdog watchdog = new Watchdog(engine, Thread.currentThread(), this::leaked, this::abandon);
    watchdog.start();
    try {
      attend();
    } finally {
      outsiders.pauses();
      watchdog.stop();
    }
  }

  private void attend() {
    Halt halt = Halt.PAUSED;
    while (halt == Halt.PAUSED) {
      awaitRest();
      boolean last = outsiders.nobodyMayCome(); // who goes meanwhile is missed at the next rest
      halt = turns();
      boolean idle = halt == Halt.NOTHING_LEFT && !closed && !last;
      if (idle || (halt == Halt.PAUSED && !isOver())) {
        outsiders.pauses();
      }
      if (idle) {
        outsiders.awaitWord(engine::hasWord);
        halt = Halt.PAUSED;
      }
    }
    finish(halt);
  }

  /** The machine stands still for ever: whoever waits for the end is told what is known. */
  private void abandon() {
    Optional<String> failure = Optional.ofNullable(engine.failure());
    Duration elapsed = engine.clock().sinceBoot();
    LOG.error("the machine stands still for ever: {}", failure.orElse(""));
    engine.outsideTime.end();
    outsiders.pauses();
    end.complete(new Ended(Halt.FAILED, elapsed, "", List.of(), List.copyOf(leaks), failure));
  }

  private void awaitRest() {
    outsiders.awaitRest(this::isOver);
    while (creation.goesOn() && !isOver()) {
      LockSupport.parkNanos(this, LOOK_NANOS);
      outsiders.awaitRest(this::isOver);
    }
  }

  private boolean isOver() {
    return closed || engine.failure() != null;
  }

  private Halt turns() {
    machine.lock();
    try {
      long until = settings.until().map(Duration::toNanos).orElse(Long.MAX_VALUE);
      outsiders.runs();
      return engine.runWhile(outsiders::atRest, until);
    } finally {
      machine.unlock();
    }
  }

  private void finish(Halt halt) {
    end.complete(ended(halt));
  }

  private Ended ended(Halt halt) {
    machine.lock();
    try {
      Duration elapsed = engine.clock().sinceBoot();
      trace.halted(elapsed.toNanos(), halt.name());
      String digest = trace.digest();
      trace.close();
      shutDown();
      Optional<String> failure = Optional.ofNullable(engine.failure());
      Halt why = failure.isPresent() ? Halt.FAILED : halt;
      Ended ended =
          new Ended(why, elapsed, digest, List.copyOf(events), List.copyOf(leaks), failure);
      tell(ended);
      return ended;
    } finally {
      engine.close();
      machine.unlock();
    }
  }

  @SuppressWarnings("NullAway") // started with its system
  private void shutDown() {
    if (!closed) {
      system.terminate();
    }
    engine.settle(() -> system.whenTerminated().isCompleted());
    engine.runSystemWork();
  }

  @SuppressWarnings("NullAway") // started with its system
  private void tell(Ended ended) {
    ended.failure().ifPresent(reason -> LOG.error("{}: {}", system.name(), reason));
    LOG.info(
        "{}: {} after {} of virtual time, digest {}, {} leaks",
        system.name(),
        ended.why(),
        Leak.time(ended.elapsed().toNanos()),
        ended.digest(),
        ended.leaks().size());
  }
}
