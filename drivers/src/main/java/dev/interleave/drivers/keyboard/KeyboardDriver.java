package dev.interleave.drivers.keyboard;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import dev.interleave.kernel.config.Positive;
import dev.interleave.kernel.config.Range;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;

/**
 * A keyboard: its device stamps each key with the time of its press and raises an interrupt; the
 * driver hands the keys to whoever listens or reads.
 *
 * @param source where keys come from, unless {@code script} says
 * @param script a file of time-stamped keys that are typed instead of the source's
 * @param rate keys a second of a pipe on virtual time, and between the keys of one line of a script
 * @param typist who types when the source is synthetic
 * @param buffer how many keys the device holds for the driver; further ones are lost and counted
 * @param keyCost CPU time for each key that the driver hands on
 */
public record KeyboardDriver(
    Source source,
    Optional<Path> script,
    @Positive @Range(max = 1_000_000_000) double rate,
    Typist typist,
    @Range(min = 1, max = 1_000_000) int buffer,
    Duration keyCost)
    implements Driver<KeyboardDriver.Message> {

  /** Where keys come from. */
  public enum Source {
    /** The standard input of the process: a terminal or a pipe. */
    STDIN,
    /** The typist. */
    SYNTHETIC,
    /** Nobody types. */
    NONE
  }

  /** What the driver understands; the public records are its requests. */
  public sealed interface Message {}

  /**
   * Reads one input: the answer comes when there is one. Reads are served in order, one key each;
   * they wait while somebody listens. After the end of input each is answered at once.
   */
  public record Read(ActorRef<Input> replyTo) implements Message {}

  /**
   * Sends every input to {@code listener} from now on, first those that nobody has read, until the
   * end of input. There is one listener; the one before hears {@link EndOfInput}. It is told of
   * each key as fast as they come: who cannot keep up reads instead.
   */
  public record Listen(ActorRef<Input> listener) implements Message {}

  record Interrupted(long badges) implements Message {}

  record ListenerGone(ActorRef<Input> listener) implements Message {}

  /** What a reader or listener gets. */
  public sealed interface Input {}

  /**
   * A key.
   *
   * @param pressedAt when it was pressed at the device, since boot; hand it to the display with
   *     what the key shows, so that it can measure the way from key to screen
   */
  public record Key(Stroke stroke, Duration pressedAt) implements Input {}

  /** There will be no more keys. */
  public record EndOfInput() implements Input {}

  /** A read was refused since too many wait already, or a read or listening ended in a crash. */
  public record Refused(String reason) implements Input {}

  /**
   * @throws IllegalArgumentException when the script cannot be read
   */
  public KeyboardDriver {
    if (script.isPresent()) {
      KeyScript.read(script.get(), rate);
    }
  }

  @Override
  public Behavior<Message> start(DriverContext<Message> context) {
    return new KeyboardService(this, context).serving();
  }
}
