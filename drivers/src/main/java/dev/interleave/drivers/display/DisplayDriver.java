package dev.interleave.drivers.display;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import dev.interleave.kernel.config.Positive;
import dev.interleave.kernel.config.Range;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;

/**
 * A text display: a frame buffer of columns and rows with a cursor, shown by a device that repaints
 * what has changed, at most {@code refresh} times a second and at once after a rest.
 *
 * @param columns cells in a row
 * @param rows how many
 * @param refresh frames a second at most, in Hz
 * @param backend where the frames are seen
 * @param history how many lines are kept for the metric {@code text} after they left the screen
 * @param backlog how many lines may wait for a slow reader of the output; further ones are lost and
 *     counted
 * @param requestCost CPU time for each request
 * @param characterCost CPU time for each character, besides
 * @param cellTime device time to repaint one cell; a frame that takes longer than one period makes
 *     the device miss frames
 */
public record DisplayDriver(
    @Range(min = 1, max = 1000) int columns,
    @Range(min = 1, max = 1000) int rows,
    @Positive @Range(max = 1_000_000) double refresh,
    Backend backend,
    @Range(min = 0, max = 1_000_000) int history,
    @Range(min = 1, max = 10_000_000) int backlog,
    Duration requestCost,
    Duration characterCost,
    Duration cellTime)
    implements Driver<DisplayDriver.Message> {

  private static final Duration SLOWEST_CELL = Duration.ofSeconds(1);

  /** Where the frames are seen. */
  public enum Backend {
    /** On the terminal if there is one, else as plain lines. */
    AUTO,
    /** On the terminal: changed cells are repainted in place. */
    TERMINAL,
    /** As lines of text, each as it becomes complete. */
    PLAIN,
    /** Nowhere. */
    NONE
  }

  /** What the driver understands; the public records are its requests. */
  public sealed interface Message {}

  /**
   * Writes text at the cursor. {@code \n} begins a new line (the screen scrolls at the last one),
   * {@code \r} goes to the line's start, {@code \b} one cell back (and nothing else: {@code "\b
   * \b"} rubs out), {@code \t} to the next multiple of 8; other control characters show as U+FFFD.
   * Text wraps at the end of a line; wide characters take two cells.
   *
   * <p>The answer comes when the text is visible. Who does not want one gives {@code
   * context.actor().getSystem().ignoreRef()}.
   *
   * @param pressedAt the {@code pressedAt} of the key that this text answers, if it answers one:
   *     the time from it until the text is visible is a sample of {@code key-latency}
   */
  public record Print(String text, Optional<Duration> pressedAt, ActorRef<Reply> replyTo)
      implements Message {

    /** Text that answers no key. */
    public Print(String text, ActorRef<Reply> replyTo) {
      this(text, Optional.empty(), replyTo);
    }
  }

  /** Empties the screen and moves the cursor to its top left. Answered when visible. */
  public record Clear(ActorRef<Reply> replyTo) implements Message {}

  /**
   * Moves the cursor to a cell, counted from 0 at the top left; beyond the edge it goes to the
   * edge. Answered when visible.
   */
  public record Move(@Range(min = 0) int column, @Range(min = 0) int row, ActorRef<Reply> replyTo)
      implements Message {}

  /** Empties the rest of the cursor's line, the cell under it included. Answered when visible. */
  public record ClearLine(ActorRef<Reply> replyTo) implements Message {}

  /** Answered with the {@link Screen} as it is in the frame buffer. */
  public record Snapshot(ActorRef<Reply> replyTo) implements Message {}

  record Interrupted(long badges) implements Message {}

  /** What a request is answered with. */
  public sealed interface Reply {}

  /** The effect of the request is visible since {@code at}, counted from boot. */
  public record Visible(Duration at) implements Reply {}

  /**
   * The screen.
   *
   * @param lines every row, without trailing blanks
   */
  public record Screen(List<String> lines, int cursorColumn, int cursorRow) implements Reply {}

  /** The display was unplugged before the effect of the request was visible. */
  public record Unplugged() implements Reply {}

  /**
   * @throws IllegalArgumentException when a cell takes longer than a second
   */
  public DisplayDriver {
    if (cellTime.compareTo(SLOWEST_CELL) > 0) {
      throw new IllegalArgumentException("cell-time must be at most 1 s, not " + cellTime);
    }
  }

  @Override
  public Behavior<Message> start(DriverContext<Message> context) {
    return new DisplayService(this, context).serving();
  }
}
