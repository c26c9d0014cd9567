package dev.interleave.sim.cli;

import dev.interleave.drivers.keyboard.KeyboardDriver;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the files that a run is to write before any is opened: two cannot be one, nor may one be
 * a file of keys that this run reads.
 *
 * @param trace of {@code --trace}
 * @param record of {@code --record}
 */
record OutfileCheck(@Nullable Path trace, @Nullable Path record) {

  /**
   * @throws UsageError when a file would be written over
   */
  void before(Plan plan) {
    if (isOneFile(trace, record)) {
      throw new UsageError("--trace and --record cannot both be written to " + record);
    }
    plan.parts().forEach(this::keepScriptOf);
  }

  private void keepScriptOf(Part part) {
    if (part instanceof Part.DriverPart driver
        && driver.driver() instanceof KeyboardDriver keyboard) {
      Path script = keyboard.script().orElse(null);
      keep(script, "--trace", trace, part.name());
      keep(script, "--record", record, part.name());
    }
  }

  private static void keep(
      @Nullable Path script, String flag, @Nullable Path written, String keyboard) {
    if (isOneFile(script, written)) {
      throw new UsageError(flag + " " + written + " would overwrite the script of " + keyboard);
    }
  }

  /** A device, such as {@code /dev/null}, is no file. */
  private static boolean isOneFile(@Nullable Path a, @Nullable Path b) {
    return a != null && b != null && !isDevice(a) && plain(a).equals(plain(b));
  }

  private static boolean isDevice(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  private static Path plain(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
