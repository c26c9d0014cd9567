package dev.interleave.sim.program;

import com.typesafe.config.ConfigObject;
import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.config.Binder;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Positive;
import dev.interleave.kernel.config.Range;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When the instances of a program start, as the keys of its block say.
 *
 * @param start when the first one does, since boot; with {@code trace} it is added to every time
 * @param every the time between two
 * @param poisson the mean time between two of a Poisson process
 * @param trace a file of times
 * @param count how many in all; without it {@code every} and {@code poisson} go on without end.
 *     Alone it is that many at once
 */
public record ArrivalKeys(
    Optional<Duration> start,
    @Positive Optional<Duration> every,
    @Positive Optional<Duration> poisson,
    Optional<Path> trace,
    @Range(min = 1) Optional<Long> count) {

  /** The keys of a block that are read here. */
  public static final Set<String> KEYS = Set.of("start", "every", "poisson", "trace", "count");

  /**
   * The arrivals that {@code block} describes: one, at boot, when it says nothing.
   *
   * @param owner how mistakes name the block: {@code program p}
   * @return empty when there were mistakes
   */
  public static Optional<Arrivals> read(ConfigObject block, String owner, Mistakes mistakes) {
    int before = mistakes.count();
    ConfigObject own = only(block);
    Optional<Arrivals> arrivals =
        Binder.bind(ArrivalKeys.class, own, owner, mistakes)
            .flatMap(keys -> keys.arrivals(own, owner, mistakes));
    return mistakes.count() == before ? arrivals : Optional.empty();
  }

  private static ConfigObject only(ConfigObject block) {
    ConfigObject own = block;
    for (String key : block.keySet()) {
      own = KEYS.contains(key) ? own : own.withoutKey(key);
    }
    return own;
  }

  private Optional<Arrivals> arrivals(ConfigObject block, String owner, Mistakes mistakes) {
    List<String> ways = Stream.of("every", "poisson", "trace").filter(block::containsKey).toList();
    if (ways.size() > 1) {
      String problem = owner + " has " + String.join(" and ", ways) + ": only one can say";
      mistakes.addKey(block, ways.get(1), problem + " when its instances start");
    }
    if (poisson.isPresent() && start.isPresent()) {
      String problem = "start of " + owner + " does not go with poisson, which begins at boot";
      mistakes.addKey(block, "start", problem);
    }
    return trace.isPresent() ? traced(trace.get(), block, mistakes) : Optional.of(regular());
  }

  private Arrivals regular() {
    Duration first = start.orElse(Duration.ZERO);
    long limit = count.orElse(0L);
    if (every.isPresent()) {
      return new Arrivals.Every(first, every.get(), limit);
    }
    return poisson.isPresent() ? new Arrivals.Poisson(poisson.get(), limit) : atOnce(first);
  }

  private Arrivals atOnce(Duration first) {
    return start.isEmpty() && count.isEmpty()
        ? new Arrivals.Once()
        : new Arrivals.Every(first, Duration.ZERO, count.orElse(1L));
  }

  private Optional<Arrivals> traced(Path file, ConfigObject block, Mistakes mistakes) {
    Duration offset = start.orElse(Duration.ZERO);
    return new ArrivalFile(file, Objects.requireNonNull(block.get("trace")), mistakes)
        .times()
        .map(times -> times.stream().limit(count.orElse(Long.MAX_VALUE)).map(offset::plus))
        .map(times -> new Arrivals.Trace(times.toList()));
  }
}
