package dev.interleave.kernel.policy.sketch;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import java.time.Duration;

/**
 * First come, first served, but each task has a budget for each period; who has used it up waits
 * for the next period. A hard reservation, after Abeni and Buttazzo, RTSS 1998.
 */
record ConstantBandwidth(Duration budget, Duration period) implements Policy {

  private static final class Account {
    long period = -1;
    long used;
  }

  private Account now(Task task, RunQueue queue) {
    Account account = task.note(Account::new);
    long current = queue.now() / period.toNanos();
    if (account.period != current) {
      account.period = current;
      account.used = 0;
    }
    return account;
  }

  @Override
  public void enqueue(Task task, RunQueue queue) {
    if (now(task, queue).used < budget.toNanos()) {
      queue.last(task);
    } else {
      queue.later(Duration.ofNanos(period.toNanos() - queue.now() % period.toNanos()), task);
    }
  }

  @Override
  public Duration slice(Task task) {
    Account account = task.note(Account::new);
    return budget.minusNanos(account.used);
  }

  @Override
  public boolean evicts() {
    return true;
  }

  @Override
  public void ran(Task task, long nanos) {
    task.note(Account::new).used += nanos;
  }
}
