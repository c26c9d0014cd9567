package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.RandomStreams;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Task;
import dev.interleave.kernel.time.Clock;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.actor.ActorPath;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks: a run queue that a policy orders, and cores that take turns from it. One engine
 * serves one actor system; what a core and a clock are is the subclass's.
 */
public abstract class Engine {
  final Machine machine;
  final Clock clock;
  final Trace trace;
  final RandomStreams streams;
  final TaskRegistry tasks;
  BiConsumer<Task, Object> onReject = (task, message) -> {};
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

  Engine(Machine machine, Clock clock, Trace trace) {
    this.machine = machine;
    this.clock = clock;
    this.trace = trace;
    this.streams = new RandomStreams(machine.seed());
    this.tasks = new TaskRegistry(this);
  }

  /** The engine for {@code machine}, with its cores at rest. */
  static Engine of(Machine machine, Policy policy, Trace trace) {
    if (machine instanceof Machine.Simulated simulated) {
      return new SimulatedEngine(simulated, policy, trace);
    }
    return machine instanceof Machine.Multicore
        ? new MulticoreEngine(machine, policy, trace)
        : new OneThreadEngine(machine, policy, trace);
  }

  // --- for the kernel ---

  /** What a core and a clock are here. */
  public Machine machine() {
    return machine;
  }

  /** Streams of random numbers by component name. */
  public RandomStreams streams() {
    return streams;
  }

  /** The machine has booted: its clock starts. Called on the thread that will {@link #run} it. */
  public void begin() {}

  /** Time since boot. Any thread. */
  public Clock clock() {
    return clock;
  }

  /** The running task's own time: its turn's start and what it has consumed since. */
  public Clock taskClock() {
    return clock;
  }

  /** The task whose actor {@code ref} is; null for what is no task. */
  public @Nullable Task task(ActorRef ref) {
    return tasks.of(ref);
  }

  /** The name of the task at {@code path}; of what is no task the whole path. Any thread. */
  public static String nameOf(ActorPath path) {
    return TaskRegistry.nameOf(path);
  }

  /** How the component {@code name} and its children are treated; before it is spawned. */
  public void profile(String name, TaskSettings settings) {
    tasks.profile(name, settings);
  }

  /** Who is told of a message that a full mailbox rejected. */
  public void onReject(BiConsumer<Task, Object> listener) {
    onReject = listener;
  }

  /** Uses the core of the running task for {@code nanos} of CPU time. */
  public abstract void consume(long nanos);

  /**
   * Ends the running turn with a yield: {@code resume} is the message of the turn that goes on with
   * the job.
   *
   * @param next who gets the core first if it is ready; null for nobody
   * @param serving whether the task serves its other messages before it goes on
   */
  public abstract void yieldTurn(KernelMessage resume, @Nullable ActorRef next, boolean serving);

  /**
   * Ends the running turn with a pause: the task gets no message before {@code delay} of device
   * time has passed; then {@code resume} is its next one. It may be stopped meanwhile.
   */
  public abstract void pauseTurn(KernelMessage resume, Duration delay);

  /**
   * Cuts off the turn that {@code task} is in: what it still owes is not served, and what its
   * handler did after the present moment of its own time never happens. On real cores, where a turn
   * cannot be cut, nothing happens.
   */
  public void abort(Task task) {}

  /** Does {@code action} when what the running turn has consumed so far has been served. */
  public abstract void act(Runnable action);

  /** Any thread: records what {@code entry} records, with the time at which it takes effect. */
  public void record(BiConsumer<Trace, Long> entry) {
    if (trace.isOn()) {
      act(() -> entry.accept(trace, stamps().nanos()));
    }
  }

  /**
   * Something happens to a device, told by a thread of its own: on virtual time at the next
   * instant, before anything else; on real time at once.
   */
  public abstract void post(Runnable event);

  /**
   * An outside source may still speak (+1), or has ended (-1). On real time nobody needs to know: a
   * machine without work waits anyway.
   */
  public void expectInput(int change) {}

  /** Calls {@code event} after {@code delay}, in device time; uses no core. */
  public abstract Cancellable after(Duration delay, Runnable event);

  /**
   * How long, on the wall clock, a simulated run that is over waits for threads that handlers set
   * going; before {@link #run}. On real time nobody knows that a run is over.
   */
  public void grace(Duration longest) {}

  /**
   * Runs until {@link #halt}, until {@code until} nanoseconds since boot, or (on virtual time)
   * until nothing is left to do.
   */
  public abstract Halt run(long until);

  /** Any thread: ends {@link #run} as soon as the present turn is over. */
  public abstract void halt();

  /** Why a run came back. */
  public enum Halt {
    HALTED,
    UNTIL,
    NOTHING_LEFT,
    /** Somebody outside goes on, and may submit something. */
    PAUSED,
    FAILED
  }

  /**
   * After a run: goes on without any more accounts until {@code done}, in order of readiness,
   * whatever the policy has in mind.
   */
  public abstract void settle(BooleanSupplier done);

  /** Gives the threads back. */
  public abstract void close();

  /** When the last work ended, in nanoseconds since boot. */
  public abstract long lastWork();

  /** What broke a rule; null while nothing did. */
  public final @Nullable String failure() {
    return failure.get();
  }

  /** Something of the scenario or a policy threw where nothing may. */
  final void broken(Throwable thrown) {
    fail(
        thrown instanceof BrokenPolicy broken
            ? "" + broken.getMessage()
            : Thrown.withPlace(thrown));
  }

  /** Any thread: a rule is broken, the run stops. The first reason is kept. */
  public final void fail(String reason) {
    failure.compareAndSet(null, reason);
    halt();
  }

  /** Any thread, after the run: does something to devices, and waits for it. */
  public abstract void drain(Runnable action);

  /** Any thread: does something to the trace where nobody records beside it, and waits for it. */
  public abstract void exclusively(Runnable action);

  /** Hands what was recorded so far to the sinks; see {@link #exclusively}. */
  public void flushTrace() {
    trace.flush();
  }

  /**
   * Ends {@link #run} at the first moment when no task has or waits for a core, and none that
   * pauses has messages.
   */
  public abstract void haltWhenQuiet();

  /**
   * After a run, see {@link #exclusively}: counts what tasks that still pause were sent as lost.
   */
  public abstract void countLost();

  /** Any thread: changes the run queue or the state of a task, where nobody does so beside it. */
  abstract void guarded(Runnable action);

  /** When what arrives now was sent. */
  Clock stamps() {
    return clock;
  }

  /** Whether what {@code worker} does is this engine's work. */
  boolean isServedBy(Thread worker) {
    return true;
  }

  // --- for Pekko ---

  abstract void send(EngineDispatcher dispatcher, ActorCell receiver, Envelope envelope);

  /** {@code task} has a system message, or may receive again. */
  abstract void wake(TaskCell task);

  /** Work that is no task's: at once, in order, at no cost. */
  abstract void execute(Runnable work);

  /** A timer that {@link #schedule} started has come: {@code work} is to be done, as above. */
  void timer(Runnable work) {
    execute(work);
  }

  /** Whether a task keeps the order and time of each of its messages. */
  abstract boolean stampsMessages();

  abstract void taskStarted(TaskCell task, int parent);

  /** Starts a timer when what the running turn has consumed before has been served. */
  abstract Cancellable schedule(long delay, long interval, Runnable event);
}
