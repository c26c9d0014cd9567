package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the changed classes call in place of the platform's methods of the same names. On a
 * simulated machine the time is virtual and ids come from the seed; on any other thread they are
 * what the platform says. Any thread.
 */
public final class VirtualSources {

  /** Virtual time begins on 1 January 2000. */
  private static final long EPOCH_MILLIS = 946_684_800_000L;

  /** Not 0, which some classes take for "never". */
  private static final long ORIGIN_NANOS = 1_000_000_000L;

  private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
  private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

  private VirtualSources() {}

  /** As {@link System#nanoTime}. */
  public static long nanoTime() {
    Clock clock = CurrentEngine.virtualClock();
    return clock == null ? System.nanoTime() : ORIGIN_NANOS + clock.nanos();
  }

  /** As {@link System#currentTimeMillis}. */
  public static long currentTimeMillis() {
    Clock clock = CurrentEngine.virtualClock();
    return clock == null ? System.currentTimeMillis() : millis(clock);
  }

  /** As {@link LocalDateTime#now()}, in UTC when virtual. */
  public static LocalDateTime now() {
    Clock clock = CurrentEngine.virtualClock();
    return clock == null
        ? LocalDateTime.now(ZoneId.systemDefault())
        : LocalDateTime.ofInstant(Instant.ofEpochMilli(millis(clock)), ZoneOffset.UTC);
  }

  private static long millis(Clock clock) {
    return EPOCH_MILLIS + clock.nanos() / 1_000_000;
  }

  /** As {@link UUID#randomUUID}. */
  public static UUID randomUUID() {
    @Nullable Random draws = CurrentEngine.draws();
    return draws == null
        ? UUID.randomUUID()
        : new UUID(
            (draws.nextLong() & VERSION_MASK) | VERSION_4,
            (draws.nextLong() & VARIANT_MASK) | VARIANT_2);
  }
}
