package dev.interleave.kernel.trace;

/**
 * One thing that happened in a run. Times are nanoseconds since boot; tasks are known by the number
 * that {@link Started} gives.
 */
public sealed interface Event {

  /** When it happened. */
  long at();

  /** Whom it concerns: a task's number, or 0 for the machine. */
  int task();

  /** A task began to exist. */
  record Started(long at, int task, int parent, String name) implements Event {}

  /** A task ended. */
  record Stopped(long at, int task) implements Event {}

  /** {@code from} sent a message to {@code task}; {@code from} is 0 for all that is no task. */
  record Sent(long at, int task, int from, String message) implements Event {}

  /** A task waits for a core from now on. */
  record Ready(long at, int task) implements Event {}

  /** A core took a task for a new turn. {@code message} is empty for a turn of life cycle only. */
  record Taken(long at, int task, int core, String message) implements Event {}

  /** A core took a task whose turn was cut, and goes on with it. */
  record Resumed(long at, int task, int core) implements Event {}

  /** A task left its core. {@code served} is the CPU time since it was taken or resumed. */
  record Left(long at, int task, int core, Why why, long served) implements Event {}

  /** Why a task leaves its core. */
  enum Why {
    /** The turn is served in full. */
    COMPLETED,
    /** The turn is served in full, and the task goes on later with the same job. */
    YIELDED,
    /** Another task preempts it. */
    PREEMPTED,
    /** Its slice ended. */
    EXPIRED,
    /**
     * The turn was cut off for good, on its core or while it waited for one: its handler's later
     * effects never happen.
     */
    ABORTED
  }

  /** A device raised an interrupt for its driver. */
  record Interrupt(long at, int task, int badge, boolean coalesced) implements Event {}

  /** {@code amount} things were lost at {@code place} of the task. */
  record Dropped(long at, int task, String place, long amount) implements Event {}

  /** One sample of a metric of the task: nanoseconds for durations, else the plain number. */
  record Measured(long at, int task, String metric, long value) implements Event {}

  /** A counter of the task grew. */
  record Counted(long at, int task, String metric, long amount) implements Event {}

  /** A text of the task changed. */
  record Published(long at, int task, String metric, String text) implements Event {}

  /** A task crashed; the kernel restarts it, or leaves it down. */
  record Crashed(long at, int task, String reason) implements Event {}

  /** A task lives again after a crash. */
  record Restarted(long at, int task) implements Event {}

  /** The run is over. Always the last event. */
  record Halted(long at, int task, String why) implements Event {}
}
