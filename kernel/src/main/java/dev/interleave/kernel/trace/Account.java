package dev.interleave.kernel.trace;

/** What one task has used, added up from its events. Not threadsafe. */
final class Account {
  private static final String MAILBOX = "mailbox";

  private final String name;
  private final Waits waited = new Waits();
  private String state = "idle";
  private long cpu;
  private long turns;
  private long readySince;
  private int mailbox;
  private int mailboxMax;
  private long drops;

  Account(String name) {
    this.name = name;
  }

  boolean stopped() {
    return state.equals("stopped");
  }

  void event(Event event) {
    if (event instanceof Event.Sent) {
      mailboxMax = Math.max(mailboxMax, ++mailbox);
    } else if (event instanceof Event.Ready ready) {
      state = "ready";
      readySince = ready.at();
    } else if (event instanceof Event.Taken taken) {
      taken(taken);
    } else if (event instanceof Event.Resumed resumed) {
      running(resumed.at());
    } else if (event instanceof Event.Left left) {
      left(left);
    } else if (event instanceof Event.Dropped dropped) {
      dropped(dropped);
    } else if (event instanceof Event.Stopped) {
      state = "stopped";
    }
  }

  private void taken(Event.Taken taken) {
    running(taken.at());
    if (!taken.message().isEmpty()) {
      turns++;
      mailbox = Math.max(0, taken.message().equals("Resume") ? mailbox : mailbox - 1);
    }
  }

  private void running(long at) {
    state = "running";
    waited.add(Math.max(0, at - readySince));
  }

  private void left(Event.Left left) {
    state = left.why() == Event.Why.YIELDED ? "ready" : "idle";
    cpu += left.served();
  }

  private void dropped(Event.Dropped dropped) {
    if (dropped.place().equals(MAILBOX)) {
      drops += dropped.amount();
    }
  }

  TaskAccount now() {
    return new TaskAccount(
        name,
        state,
        cpu,
        turns,
        waited.percentile(50),
        waited.percentile(99),
        mailbox,
        mailboxMax,
        drops);
  }
}
