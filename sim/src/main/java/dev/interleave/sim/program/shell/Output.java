package dev.interleave.sim.program.shell;

import dev.interleave.drivers.display.DisplayDriver;
import dev.interleave.kernel.ProgramContext;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** What a shell says: collected during a turn, and printed at its end. Not threadsafe. */
final class Output {

  private final ProgramContext<EchoShell.Message> context;
  private final String display;
  private final StringBuilder text = new StringBuilder();
  private Optional<Duration> pressedAt = Optional.empty();

  Output(ProgramContext<EchoShell.Message> context, String display) {
    this.context = context;
    this.display = display;
  }

  void add(String more) {
    text.append(more);
  }

  /** What is said from now on answers the key that was pressed then, or the one before it. */
  void answers(Duration pressed) {
    pressedAt = pressedAt.isPresent() ? pressedAt : Optional.of(pressed);
  }

  /** Prints what was said. */
  void flush() {
    if (text.length() > 0) {
      context.tell(display, take(context.actor().getSystem().ignoreRef()));
    }
    pressedAt = Optional.empty();
  }

  /** Prints what was said, and says {@code Shown} when all of it is visible. */
  void flushToTheEnd() {
    context.<DisplayDriver.Reply>ask(
        display, this::take, reply -> new EchoShell.Shown(), reason -> new EchoShell.Shown());
  }

  private DisplayDriver.Print take(ActorRef<DisplayDriver.Reply> replyTo) {
    DisplayDriver.Print print = new DisplayDriver.Print(text.toString(), pressedAt, replyTo);
    text.setLength(0);
    return print;
  }
}
