package dev.interleave.sim.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be written, in words. */
final class WriteFailure {

  private WriteFailure() {}

  static String reason(IOException cannot) {
    if (cannot instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (cannot instanceof AccessDeniedException) {
      return "it is not allowed";
    }
    if (cannot instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return String.valueOf(cannot.getMessage());
  }
}
