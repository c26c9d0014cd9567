package dev.interleave.kernel.dispatch;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pekko.dispatch.Mailbox;

/** Notices a scenario that goes round and round within one instant. */
final class InstantLimit {
  private static final int NAMED = 64;
  private static final int SHOWN = 8;

  private static final String SYSTEM_WORK = "system work";

  private final long limit;
  private final Set<String> names = new TreeSet<>();
  private long count;

  InstantLimit(long limit) {
    this.limit = limit;
  }

  void nextInstant() {
    count = 0;
  }

  /** A turn of {@code task} begins. */
  void turn(TaskCell task, Engine engine) {
    if (++count > limit) {
      tooMany(task.name(), engine);
    }
  }

  /** System work is about to be done: mostly an actor's that is no task, as the guardian's. */
  void work(Runnable work, Engine engine) {
    if (++count > limit) {
      tooMany(nameOf(work), engine);
    }
  }

  private static String nameOf(Runnable work) {
    return work instanceof Mailbox mailbox
        ? TaskRegistry.nameOf(mailbox.actor().self().path())
        : SYSTEM_WORK;
  }

  /** Something else happens. */
  void event(Engine engine) {
    if (++count > limit) {
      tooMany(SYSTEM_WORK, engine);
    }
  }

  /** Whether the present instant has failed the run. */
  boolean isPassed() {
    return count > limit + NAMED;
  }

  private void tooMany(String name, Engine engine) {
    names.add(name);
    if (count == limit + NAMED + 1) {
      engine.fail(
          "more than "
              + limit
              + " turns at one instant ("
              + engine.clock.nanos()
              + " ns): "
              + shown()
              + (names.size() == 1 ? " goes" : " go")
              + " round in circles");
    }
  }

  private String shown() {
    String first = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    int more = names.size() - SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
