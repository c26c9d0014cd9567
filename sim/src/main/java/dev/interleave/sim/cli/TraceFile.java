package dev.interleave.sim.cli;

import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.NdjsonSink;
import dev.interleave.kernel.trace.Sink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file of {@code --trace}. */
final class TraceFile implements Sink, AutoCloseable {
  private final Path path;
  private final BufferedWriter writer;
  private final NdjsonSink sink;
  private Optional<IOException> failure = Optional.empty();

  /**
   * @throws UsageError when the file cannot be written
   */
  TraceFile(Path path) {
    this.path = path;
    try {
      this.writer = Files.newBufferedWriter(path);
    } catch (IOException cannot) {
      throw new UsageError("cannot write " + path + ": " + WriteFailure.reason(cannot));
    }
    this.sink = new NdjsonSink(writer);
  }

  @Override
  public void event(Event event) {
    sink.event(event);
  }

  @Override
  public void close() {
    failure = sink.failure();
    try {
      writer.close();
    } catch (IOException cannot) {
      failure = failure.or(() -> Optional.of(cannot));
    }
  }

  /** After closing: what could not be written, in words. */
  Optional<String> failure() {
    return failure.map(it -> "cannot write " + path + ": " + WriteFailure.reason(it));
  }
}
