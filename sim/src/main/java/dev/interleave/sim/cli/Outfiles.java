package dev.interleave.sim.cli;

import dev.interleave.kernel.trace.Sink;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that a run was asked to write.
 *
 * @param trace of {@code --trace}
 * @param keys of {@code --record}
 */
record Outfiles(Optional<TraceFile> trace, Optional<KeyFile> keys) {

  /**
   * @throws UsageError when one of them cannot be written
   */
  static Outfiles open(@Nullable Path trace, @Nullable Path record) {
    return new Outfiles(
        Optional.ofNullable(trace).map(TraceFile::new),
        Optional.ofNullable(record).map(KeyFile::new));
  }

  /** What takes the events. */
  List<Sink> sinks() {
    return List.copyOf(trace.stream().toList());
  }

  /** Closes them; what could not be written, in words. */
  List<String> close() {
    trace.ifPresent(TraceFile::close);
    keys.ifPresent(KeyFile::close);
    return Stream.of(trace.flatMap(TraceFile::failure), keys.flatMap(KeyFile::failure))
        .flatMap(Optional::stream)
        .toList();
  }
}
