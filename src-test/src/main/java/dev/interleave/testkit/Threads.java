package dev.interleave.testkit;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The threads of this JVM at one moment. */
final class Threads {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final List<String> OF_THE_JVM =
      List.of("ForkJoinPool.commonPool", "CompletableFutureDelayScheduler", "Common-Cleaner");

  private final Set<Thread> before = running();

  private static Set<Thread> running() {
    return new HashSet<>(Thread.getAllStackTraces().keySet());
  }

  /** The names of those that were started since and do not end. */
  List<String> left() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    return running().stream()
        .filter(thread -> !before.contains(thread))
        .filter(thread -> OF_THE_JVM.stream().noneMatch(thread.getName()::startsWith))
        .filter(thread -> !ends(thread, end))
        .map(Thread::getName)
        .sorted()
        .toList();
  }

  private static boolean ends(Thread thread, long end) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
