package dev.interleave.kernel.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads texts strictly: UTF-8, with or without a byte order mark, of a sensible size. */
public final class TextFile {

  /** A text that is no text, and from which line on. */
  public static final class NoText extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;

    private NoText(int line, String reason) {
      super(reason);
      this.line = line;
      this.reason = reason;
    }

    @Override
    public String getMessage() {
      return reason;
    }

    /** From 1. */
    public int line() {
      return line;
    }
  }

  /** The largest text that is read, in bytes. */
  private static final int LIMIT = 32 << 20;

  private TextFile() {}

  /**
   * The whole text of a file.
   *
   * @param name how the file is called in messages
   * @throws UnreadableFile when there is no such file or it cannot be read
   */
  public static String read(Path file, String name) throws NoText {
    if (Files.isDirectory(file)) {
      throw new UnreadableFile(name + " is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (NoSuchFileException missing) {
      throw new UnreadableFile("there is no file " + name);
    } catch (AccessDeniedException denied) {
      throw new UnreadableFile(name + " cannot be read: permission denied");
    } catch (IOException broken) {
      throw new UnreadableFile(name + " cannot be read: " + broken.getMessage());
    }
  }

  /** The whole text of a stream. */
  static String read(InputStream in) throws IOException, NoText {
    byte[] bytes = in.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw new NoText(1, "this is too large: more than " + (LIMIT >> 20) + " MiB");
    }
    return decode(bytes);
  }

  private static String decode(byte[] bytes) throws NoText {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      throw new NoText(1, "this is UTF-16; it must be saved as UTF-8");
    }
    int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    refuseBinary(bytes);
    return utf8(ByteBuffer.wrap(bytes, mark, bytes.length - mark), bytes);
  }

  private static String utf8(ByteBuffer in, byte[] bytes) throws NoText {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      return decoder.decode(in).toString();
    } catch (CharacterCodingException malformed) {
      throw new NoText(lineAt(bytes, in.position()), "this is not UTF-8");
    }
  }

  private static void refuseBinary(byte[] bytes) throws NoText {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new NoText(lineAt(bytes, i), "this is a binary file, not a text");
      }
    }
  }

  private static int lineAt(byte[] bytes, int end) {
    int line = 1;
    for (int i = 0; i < end; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
