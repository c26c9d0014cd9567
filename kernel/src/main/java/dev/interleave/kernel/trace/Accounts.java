package dev.interleave.kernel.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps one account a task, from the events. Threadsafe. */
public final class Accounts implements Sink {
  private final Map<Integer, Account> accounts = new TreeMap<>();

  @Override
  public synchronized void event(Event event) {
    if (event instanceof Event.Started started) {
      accounts.put(started.task(), new Account(started.name()));
    } else {
      Account account = accounts.get(event.task());
      if (account != null) {
        account.event(event);
      }
    }
  }

  /** One account a task that lives, in the order of their start. */
  public synchronized List<TaskAccount> now() {
    List<TaskAccount> now = new ArrayList<>();
    for (Account account : accounts.values()) {
      if (!account.stopped()) {
        now.add(account.now());
      }
    }
    return now;
  }
}
