package dev.interleave.sim.cli;

import dev.interleave.drivers.keyboard.ScriptRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file of {@code --record}. */
final class KeyFile implements AutoCloseable {
  private final Path path;
  private final ScriptRecorder recorder;
  private Optional<IOException> failure = Optional.empty();

  /**
   * @throws UsageError when the file cannot be written
   */
  KeyFile(Path path) {
    this.path = path;
    try {
      this.recorder = new ScriptRecorder(Files.newBufferedWriter(path));
    } catch (IOException cannot) {
      throw new UsageError("cannot write " + path + ": " + WriteFailure.reason(cannot));
    }
  }

  /** Takes the keys. */
  ScriptRecorder recorder() {
    return recorder;
  }

  @Override
  public void close() {
    try {
      recorder.close();
    } catch (IOException cannot) {
      failure = Optional.of(cannot);
    }
  }

  /** After closing: what could not be written, in words. */
  Optional<String> failure() {
    return failure.map(it -> "cannot write " + path + ": " + WriteFailure.reason(it));
  }
}
