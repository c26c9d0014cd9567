package dev.interleave.sim.compare;

import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Sink;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who was at work when: how many tasks had a core at once, and how long each was at work, either
 * itself or at its device. A task is at its device when it waits and what ends the wait comes from
 * a device or a timer, not from another task. Not threadsafe.
 */
public final class Activity implements Sink {

  /**
   * What one task did.
   *
   * @param name the task
   * @param cpu nanoseconds on a core
   * @param device nanoseconds waiting for its device or timer
   */
  public record Work(String name, long cpu, long device) {

    long atWork() {
      return cpu + device;
    }
  }

  private static final class Account {
    final String name;
    long idleSince = -1;
    long cpu;
    long device;

    Account(String name) {
      this.name = name;
    }
  }

  private final Map<Integer, Account> accounts = new TreeMap<>();
  private final Map<Integer, Long> running = new HashMap<>();
  private int peak;
  private long anyoneFrom;
  private long anyone;

  @Override
  public void event(Event event) {
    Account account = accounts.get(event.task());
    if (event instanceof Event.Started started) {
      accounts.put(started.task(), new Account(started.name()));
    } else if (account != null) {
      ofTask(event, account);
    }
  }

  private void ofTask(Event event, Account account) {
    if (event instanceof Event.Sent sent) {
      woken(account, sent);
    } else if (event instanceof Event.Taken || event instanceof Event.Resumed) {
      account.idleSince = -1;
      begin(event);
    } else if (event instanceof Event.Left left) {
      account.cpu += left.served();
      account.idleSince = left.why() == Event.Why.COMPLETED ? left.at() : -1;
      end(event);
    }
  }

  private static void woken(Account account, Event.Sent sent) {
    if (account.idleSince >= 0) {
      account.device += sent.from() == 0 ? sent.at() - account.idleSince : 0;
      account.idleSince = -1;
    }
  }

  private void begin(Event event) {
    if (running.isEmpty()) {
      anyoneFrom = event.at();
    }
    running.put(event.task(), event.at());
  }

  /** A turn that took no time counts neither here nor there. */
  private void end(Event event) {
    Long since = running.get(event.task());
    if (since != null && event.at() > since) {
      peak = Math.max(peak, (int) running.values().stream().filter(it -> it < event.at()).count());
    }
    running.remove(event.task());
    if (running.isEmpty()) {
      anyone += event.at() - anyoneFrom;
    }
  }

  /** The most tasks that had a core at once. */
  public int peak() {
    return peak;
  }

  /** How long at least one task had a core, in nanoseconds. */
  public long anyone() {
    return anyone;
  }

  /** How many tasks there were. */
  public int tasks() {
    return accounts.size();
  }

  /** The task that was longest at work. */
  public Optional<Work> busiest() {
    return accounts.values().stream()
        .map(it -> new Work(it.name, it.cpu, it.device))
        .max(Comparator.comparingLong(Work::atWork));
  }
}
