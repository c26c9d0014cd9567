package dev.interleave.kernel.dispatch;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Notices a scenario that goes round and round within one instant. */
final class InstantLimit {
  private static final int NAMED = 64;
  private static final int SHOWN = 8;

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

  /** Something else happens. */
  void event(Engine engine) {
    if (++count > limit) {
      tooMany("system work", engine);
    }
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
