package dev.interleave.kernel.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps one account a task, from the events. Threadsafe. */
public final class Accounts implements Sink {

  /** By the number of the task; null where there is none. */
  private final List<@Nullable Account> accounts = new ArrayList<>();

  @Override
  public synchronized void event(Event event) {
    if (event instanceof Event.Started started) {
      open(started);
    } else {
      Account account = of(event.task());
      if (account != null) {
        account.event(event);
      }
    }
  }

  private void open(Event.Started started) {
    while (accounts.size() <= started.task()) {
      accounts.add(null);
    }
    accounts.set(started.task(), new Account(started.name()));
  }

  private @Nullable Account of(int task) {
    return task < accounts.size() ? accounts.get(task) : null;
  }

  /** One account a task that lives, in the order of their start. */
  public synchronized List<TaskAccount> now() {
    List<TaskAccount> now = new ArrayList<>();
    for (Account account : accounts) {
      if (account != null && !account.stopped()) {
        now.add(account.now());
      }
    }
    return now;
  }
}
