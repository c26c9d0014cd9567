package dev.interleave.kernel.config;

/** A file that was named does not exist or cannot be read; the message says which and why. */
public final class UnreadableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one line for the person who named the file
   */
  public UnreadableFile(String message) {
    super(message);
  }
}
