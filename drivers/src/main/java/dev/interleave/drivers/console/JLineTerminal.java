package dev.interleave.drivers.console;

import dev.interleave.drivers.display.HostScreen;
import dev.interleave.drivers.keyboard.HostKeyboard;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of this process, through JLine: keys come as they are pressed and without an echo.
 * Signals of the keyboard (Ctrl-C, Ctrl-Z) stay signals. What the terminal was set to is restored
 * by {@link #close} and, whatever happens, when the virtual machine shuts down. Threadsafe.
 *
 * <p>Keys are not read through JLine: its stream cannot be closed while somebody waits for a key.
 * Nor is the terminal asked what it can do: the answers would come as keys.
 */
public final class JLineTerminal implements HostKeyboard, HostScreen, AutoCloseable {
  /** JLine would leave a dumb terminal as it is, with its echo; its abilities are not used. */
  private static final String ANY_TYPE = "ansi";

  private static final Size UNKNOWN = new Size(80, 24);

  private final Terminal terminal;
  private final Attributes raw;
  private final ByteQueue bytes;
  private final OutputStream out;
  private final Kind kind;
  private final Consumer<IOException> onFailure;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final @Nullable Object onResize;
  private final @Nullable Object onResume;
  private volatile boolean closed;

  private JLineTerminal(Terminal terminal, Kind kind, Consumer<IOException> onFailure) {
    this.terminal = terminal;
    this.kind = kind;
    this.onFailure = onFailure;
    this.raw = raw(terminal.getAttributes());
    this.bytes = new ByteQueue(new FileInputStream(FileDescriptor.in));
    this.out = terminal.output();
    terminal.setAttributes(raw);
    onResize = Signals.register("WINCH", this::blotted);
    onResume = Signals.register("CONT", this::resumed);
  }

  /**
   * Takes the terminal, if standard input and output are one.
   *
   * @param type the environment's {@code TERM}: nothing, {@code dumb} and {@code unknown} promise
   *     no abilities
   * @param onFailure told once, from any thread, when the terminal is gone
   */
  public static Optional<JLineTerminal> open(
      @Nullable String type, Consumer<IOException> onFailure) {
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .system(true)
              .type(ANY_TYPE)
              .dumb(false)
              .nativeSignals(false)
              .graphemeCluster(false)
              .build();
      return Optional.of(new JLineTerminal(terminal, kind(type), onFailure));
    } catch (IOException | IllegalStateException none) {
      return Optional.empty();
    }
  }

  private static Kind kind(@Nullable String type) {
    boolean unable = type == null || List.of("", "dumb", "unknown").contains(type);
    return unable ? Kind.DUMB : Kind.ANSI;
  }

  private static Attributes raw(Attributes present) {
    Attributes raw = new Attributes(present);
    raw.setLocalFlag(LocalFlag.ICANON, false);
    raw.setLocalFlag(LocalFlag.ECHO, false);
    raw.setLocalFlag(LocalFlag.IEXTEN, false);
    raw.setInputFlag(InputFlag.IXON, false);
    raw.setInputFlag(InputFlag.ICRNL, false);
    raw.setInputFlag(InputFlag.INLCR, false);
    raw.setControlChar(ControlChar.VMIN, 1);
    raw.setControlChar(ControlChar.VTIME, 0);
    return raw;
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public int read(Duration patience) throws InterruptedException {
    return bytes.read(patience);
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Size size() {
    org.jline.terminal.Size size = terminal.getSize();
    boolean known = size.getColumns() > 0 && size.getRows() > 0;
    return known ? new Size(size.getColumns(), size.getRows()) : UNKNOWN;
  }

  @Override
  public void onResize(Listener listener) {
    listeners.add(listener);
  }

  /** Back from a stop (Ctrl-Z): the shell has set the terminal as it likes it. */
  private void resumed() {
    synchronized (this) {
      if (closed) {
        return;
      }
      terminal.setAttributes(raw);
    }
    blotted();
  }

  private void blotted() {
    for (Listener listener : listeners) {
      try {
        listener.blotted();
      } catch (IOException broken) {
        failed(broken);
      }
    }
  }

  /** Not synchronized: a terminal that takes nothing must not keep anybody from closing it. */
  @Override
  public void write(String text) throws IOException {
    if (!closed) {
      out.write(text.getBytes(terminal.outputEncoding()));
      out.flush();
    }
  }

  @Override
  public void failed(IOException why) {
    onFailure.accept(why);
  }

  /** Restores the terminal; must be idempotent. Any thread. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Signals.unregister("WINCH", onResize);
      Signals.unregister("CONT", onResume);
      closeTerminal();
    }
  }

  private void closeTerminal() {
    try {
      terminal.close();
    } catch (IOException gone) {
      // there is nothing to restore
    }
  }
}
