package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Finds the core that a more urgent ready task takes: of those that may be, the least urgent. */
final class Victim {
  private final Policy policy;
  private final long now;

  Victim(Policy policy, long now) {
    this.policy = policy;
    this.now = now;
  }

  @Nullable VirtualCore among(BusyCores cores, RunQueues queues) {
    TaskCell shared = queues.shared().head();
    Search search = new Search();
    if (shared != null) {
      cores.each(core -> search.consider(shared, core));
    }
    cores.each(core -> search.considerOwn(queues.of(core.number).head(), core));
    return search.worst;
  }

  private final class Search {
    @Nullable VirtualCore worst;

    void considerOwn(@Nullable TaskCell ready, VirtualCore core) {
      if (ready != null) {
        consider(ready, core);
      }
    }

    void consider(TaskCell ready, VirtualCore core) {
      boolean switching = now < core.servedFrom;
      if (!switching && policy.preempts(ready, core.running()) && worse(core)) {
        worst = core;
      }
    }

    private boolean worse(VirtualCore core) {
      VirtualCore known = worst;
      if (known == null || policy.preempts(known.running(), core.running())) {
        return true;
      }
      return !policy.preempts(core.running(), known.running())
          && core.running().releaseOrder > known.running().releaseOrder;
    }
  }
}
