package dev.interleave.sim.cli;

import com.typesafe.config.ConfigValueFactory;
import dev.interleave.kernel.config.Binder;
import dev.interleave.kernel.config.Mistakes;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Flags whose value is a duration, read as the settings of a scenario are. */
final class FlagTimes {

  private FlagTimes() {}

  /**
   * The value in nanoseconds, if the flag was given.
   *
   * @throws UsageError when it is no duration
   */
  static Optional<Long> nanos(String flag, @Nullable String value) {
    return value == null ? Optional.empty() : Optional.of(read(flag, value).toNanos());
  }

  private static Duration read(String flag, String value) {
    Mistakes mistakes = new Mistakes();
    return Binder.value(Duration.class, ConfigValueFactory.fromAnyRef(value, flag), flag, mistakes)
        .orElseThrow(() -> new UsageError(mistakes.all().get(0).problem()));
  }
}
