package dev.interleave.sim.metric;

import dev.interleave.kernel.trace.Event;
import java.util.List;

/** One task as its events tell, and the totals that it adds to. Not threadsafe. */
final class RunningTask {
  private static final String RESUME = "Resume";

  private final List<TaskTotals> totals;
  private long readySince = -1;
  private long runningSince = -1;
  private long mailbox;

  /**
   * @param totals its own, its component's, the machine's
   */
  RunningTask(List<TaskTotals> totals) {
    this.totals = totals;
  }

  void event(Event event) {
    if (event instanceof Event.Sent) {
      sent();
    } else if (event instanceof Event.Ready) {
      readySince = event.at();
    } else if (event instanceof Event.Taken taken) {
      taken(taken);
    } else if (event instanceof Event.Resumed) {
      running(event.at());
    } else if (event instanceof Event.Left) {
      runningSince = -1;
    }
    totals.forEach(each -> each.event(event));
  }

  private void sent() {
    mailbox++;
    totals.forEach(each -> each.mailboxMax = Math.max(each.mailboxMax, mailbox));
  }

  private void taken(Event.Taken taken) {
    running(taken.at());
    if (!taken.message().isEmpty()) {
      totals.forEach(each -> each.turns++);
      mailbox = Math.max(0, taken.message().equals(RESUME) ? mailbox : mailbox - 1);
    }
  }

  private void running(long at) {
    long waited = readySince < 0 ? 0 : at - readySince;
    totals.forEach(each -> each.waited.add(waited));
    readySince = -1;
    runningSince = at;
  }

  /** The run ended: a turn that had a core has been served until now. */
  void halted(long at) {
    if (runningSince >= 0) {
      long served = Math.max(0, at - runningSince);
      totals.forEach(each -> each.cpu += served);
    }
  }
}
