package dev.interleave.drivers.timer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The timers that run, by the time that they are due and by name. Not threadsafe. */
final class Timers {
  private final TreeSet<Timer> byTime = new TreeSet<>();
  private final Map<String, Timer> byName = new HashMap<>();

  int size() {
    return byTime.size();
  }

  void add(Timer timer) {
    byTime.add(timer);
    if (!timer.name().isEmpty()) {
      byName.put(timer.name(), timer);
    }
  }

  Optional<Timer> remove(String name) {
    @Nullable Timer timer = byName.remove(name);
    if (timer != null) {
      byTime.remove(timer);
    }
    return Optional.ofNullable(timer);
  }

  /** The timer that is due first. */
  Optional<Timer> first() {
    return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.first());
  }

  /** Takes out the first timer that is due at {@code now}. */
  Optional<Timer> takeDue(long now) {
    Optional<Timer> due = first().filter(it -> it.due() <= now);
    due.ifPresent(this::remove);
    return due;
  }

  private void remove(Timer timer) {
    byTime.remove(timer);
    byName.remove(timer.name(), timer);
  }

  /** All periodic timers, by the time that they are due. */
  List<Timer> periodic() {
    return byTime.stream().filter(Timer::periodic).toList();
  }

  /** All one-shot timers, by the time that they are due. */
  List<Timer> oneShot() {
    return byTime.stream().filter(it -> !it.periodic()).toList();
  }
}
