package dev.interleave.sim.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The standard input of this process. */
final class StandardInput {

  private StandardInput() {}

  /**
   * The stream; an empty one when the process was started with its standard input closed. Then the
   * descriptor belongs to a file of the Java that runs, which nobody means to be typed.
   */
  static InputStream open() {
    return belongsToJava()
        ? InputStream.nullInputStream()
        : new Plain(new FileInputStream(FileDescriptor.in));
  }

  private static boolean belongsToJava() {
    try {
      Path input = Path.of("/proc/self/fd/0").toRealPath();
      Path java = Path.of(System.getProperty("java.home")).toRealPath();
      return input.startsWith(java) && Files.isRegularFile(input);
    } catch (IOException unknown) {
      return false;
    }
  }

  /** Reads piece by piece: a file stream asks a pipe for its length when it is read as a whole. */
  private static final class Plain extends FilterInputStream {
    Plain(InputStream in) {
      super(in);
    }
  }
}
