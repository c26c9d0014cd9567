package dev.interleave.kernel.trace;

/** Reads one entry of the ring: head (kind, core, task), time, and two arguments. */
final class Entry {
  private Entry() {}

  static Event decode(long[] ring, int i, Names names) {
    long head = ring[i];
    int task = (int) (head >>> 32);
    int core = (int) (head >>> 8) & 0xFFFFFF;
    long at = ring[i + 1];
    long a = ring[i + 2];
    long b = ring[i + 3];
    Kind kind = Kind.ALL[(int) head & 0xFF];
    return kind.compareTo(Kind.INTERRUPT) < 0
        ? schedule(kind, at, task, core, a, b, names)
        : account(kind, at, task, a, b, names);
  }

  private static Event schedule(
      Kind kind, long at, int task, int core, long a, long b, Names names) {
    switch (kind) {
      case STARTED:
        return new Event.Started(at, task, (int) a, names.text((int) b));
      case STOPPED:
        return new Event.Stopped(at, task);
      case SENT:
        return new Event.Sent(at, task, (int) a, names.text((int) b));
      case READY:
        return new Event.Ready(at, task);
      case TAKEN:
        return new Event.Taken(at, task, core, names.text((int) a));
      case RESUMED:
        return new Event.Resumed(at, task, core);
      default:
        return new Event.Left(at, task, core, Event.Why.values()[(int) b], a);
    }
  }

  private static Event account(Kind kind, long at, int task, long a, long b, Names names) {
    switch (kind) {
      case INTERRUPT:
        return new Event.Interrupt(at, task, (int) a, b != 0);
      case DROPPED:
        return new Event.Dropped(at, task, names.text((int) b), a);
      case MEASURED:
        return new Event.Measured(at, task, names.text((int) b), a);
      case COUNTED:
        return new Event.Counted(at, task, names.text((int) b), a);
      case PUBLISHED:
        return new Event.Published(at, task, names.text((int) b), names.text((int) a));
      case CRASHED:
        return new Event.Crashed(at, task, names.text((int) a));
      case RESTARTED:
        return new Event.Restarted(at, task);
      default:
        return new Event.Halted(at, task, names.text((int) a));
    }
  }
}
