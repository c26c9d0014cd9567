package dev.interleave.kernel.trace;

import dev.interleave.kernel.trace.Event.Why;
import java.util.ArrayList;
import java.util.List;

/**
 * Records what happens in a run. Each happening is one entry of four words in a bounded ring, so
 * recording allocates nothing in the steady state; a full ring is handed to the sinks.
 *
 * <p>Not threadsafe by itself: dispatchers with several threads record under their own lock.
 */
public final class Trace {
  private static final int WORDS = 4;

  /** Entries; 32 KiB, so that what is handed on is mostly still in the nearest cache. */
  private static final int CAPACITY = 1 << 10;

  private final long[] ring = new long[WORDS * CAPACITY];
  private final Names names = new Names();
  private final Digest digest = new Digest();
  private final Digest namesDigest = new Digest();
  private final List<Sink> sinks = new ArrayList<>();
  private boolean on;
  private int used;
  private int digestedNames;

  private Trace(boolean on) {
    this.on = on;
  }

  /** A trace that records and digests. */
  public static Trace on() {
    return new Trace(true);
  }

  /** A trace that records nothing and has no digest. */
  public static Trace off() {
    return new Trace(false);
  }

  /** Whether anything is recorded; callers may skip work that only a trace needs. */
  public boolean isOn() {
    return on;
  }

  /** Every event from now on goes to {@code sink} too. */
  public void attach(Sink sink) {
    flush();
    sinks.add(sink);
  }

  /** The number of a text, for the calls below. */
  public int name(String text) {
    return on ? names.number(text) : 0;
  }

  /** A task has begun. */
  public void started(long at, int task, int parent, String name) {
    record(Kind.STARTED, at, task, 0, parent, name(name));
  }

  /** A task has ended. */
  public void stopped(long at, int task) {
    record(Kind.STOPPED, at, task, 0, 0, 0);
  }

  /** A message has come into a mailbox. */
  public void sent(long at, int task, int from, int message) {
    record(Kind.SENT, at, task, 0, from, message);
  }

  /** A task waits for a core from now on. */
  public void ready(long at, int task) {
    record(Kind.READY, at, task, 0, 0, 0);
  }

  /** A core has taken a task and its next message. */
  public void taken(long at, int task, int core, int message) {
    record(Kind.TAKEN, at, task, core, message, 0);
  }

  /** A core has taken a task in the middle of a turn. */
  public void resumed(long at, int task, int core) {
    record(Kind.RESUMED, at, task, core, 0, 0);
  }

  /** A task has left its core. */
  public void left(long at, int task, int core, Why why, long served) {
    record(Kind.LEFT, at, task, core, served, why.ordinal());
  }

  /** A device has raised its line. */
  public void interrupt(long at, int task, int badge, boolean coalesced) {
    record(Kind.INTERRUPT, at, task, 0, badge, coalesced ? 1 : 0);
  }

  /** Something was lost at that place. */
  public void dropped(long at, int task, String place, long amount) {
    record(Kind.DROPPED, at, task, 0, amount, name(place));
  }

  /** A sample of a metric. */
  public void measured(long at, int task, String metric, long value) {
    record(Kind.MEASURED, at, task, 0, value, name(metric));
  }

  /** A metric has grown. */
  public void counted(long at, int task, String metric, long amount) {
    record(Kind.COUNTED, at, task, 0, amount, name(metric));
  }

  /** A metric has another text. */
  public void published(long at, int task, String metric, String text) {
    record(Kind.PUBLISHED, at, task, 0, name(text), name(metric));
  }

  /** A task has failed. */
  public void crashed(long at, int task, String reason) {
    record(Kind.CRASHED, at, task, 0, name(reason), 0);
  }

  /** A task lives again. */
  public void restarted(long at, int task) {
    record(Kind.RESTARTED, at, task, 0, 0, 0);
  }

  /** The run is over. */
  public void halted(long at, String why) {
    record(Kind.HALTED, at, 0, 0, name(why), 0);
    flush();
  }

  private void record(Kind kind, long at, int task, int core, long a, long b) {
    if (on) {
      write(kind.ordinal() | (long) core << 8 | (long) task << 32, at, a, b);
    }
  }

  private void write(long head, long at, long a, long b) {
    if (used == ring.length) {
      flush();
    }
    int i = used;
    ring[i] = head;
    ring[i + 1] = at;
    ring[i + 2] = a;
    ring[i + 3] = b;
    used = i + WORDS;
  }

  /** Hands everything recorded so far to the digest and the sinks. */
  public void flush() {
    digest.add(ring, used);
    if (!sinks.isEmpty()) {
      deliver();
    }
    used = 0;
  }

  private void deliver() {
    for (int i = 0; i < used; i += WORDS) {
      Event event = Entry.decode(ring, i, names);
      for (Sink sink : sinks) {
        sink.event(event);
      }
    }
  }

  /** Records nothing more. */
  public void close() {
    flush();
    on = false;
  }

  /** The digest of all events so far: 32 lower-case hexadecimal digits. Asking changes nothing. */
  public String digest() {
    flush();
    digestNames();
    return digest.hex(namesDigest);
  }

  /** Names have a digest of their own, so that it does not matter when one is asked for. */
  private void digestNames() {
    while (digestedNames < names.size()) {
      namesDigest.add(names.text(digestedNames++));
    }
  }
}
