package dev.interleave.sim.program.shell;

import dev.interleave.drivers.keyboard.KeyboardDriver;
import dev.interleave.drivers.keyboard.Stroke;
import dev.interleave.kernel.ProgramContext;
import dev.interleave.kernel.Stopwatch;
import dev.interleave.sim.program.shell.EchoShell.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jline.utils.WCWidth;

/** One life of an {@link EchoShell}. Not threadsafe: for its own turns. */
final class Shell {

  /** The most code points of a line. */
  private static final int LINE = 4096;

  /** The most keys that wait while a command runs; further ones stay in the keyboard. */
  private static final int AHEAD = 4096;

  private static final Duration RETRY = Duration.ofMillis(10);

  private final ProgramContext<Message> context;
  private final EchoShell settings;
  private final Output output;
  private final LineEditor line = new LineEditor(LINE, Shell::cells);
  private final KeyBindings keys = new KeyBindings();
  private final Commands commands = new Commands();
  private final Stopwatch response;
  private final Deque<KeyboardDriver.Key> ahead = new ArrayDeque<>();
  private long command;
  private boolean busy;
  private boolean reading;
  private boolean ended;
  private boolean prompted;
  private boolean leaving;

  Shell(ProgramContext<Message> context, EchoShell settings) {
    this.context = context;
    this.settings = settings;
    this.output = new Output(context, settings.display());
    this.response = context.stopwatch();
  }

  /** Shows the first prompt and waits for keys. */
  Behavior<Message> begin() {
    prompt();
    goOn();
    return Behaviors.receive(Message.class)
        .onMessage(EchoShell.Pressed.class, this::pressed)
        .onMessage(EchoShell.NoKey.class, none -> readLater())
        .onMessage(EchoShell.ReadAgain.class, again -> readAgain())
        .onMessage(EchoShell.Said.class, this::said)
        .onMessage(EchoShell.Shown.class, shown -> leave())
        .build();
  }

  /** How many cells a code point takes on the display; one for what it cannot show. */
  private static int cells(int codePoint) {
    int width = WCWidth.wcwidth(codePoint);
    return width < 0 ? 1 : width;
  }

  // --- keys come ---

  private Behavior<Message> pressed(EchoShell.Pressed pressed) {
    reading = false;
    if (pressed.input() instanceof KeyboardDriver.Key key) {
      accept(key);
      return goOn();
    }
    if (pressed.input() instanceof KeyboardDriver.EndOfInput) {
      ended = true;
      return goOn();
    }
    return readLater();
  }

  private void accept(KeyboardDriver.Key key) {
    if (busy && key.stroke().isControl('C')) {
      ahead.clear();
      output.add("^C\n");
      endCommand();
    } else {
      ahead.add(key);
    }
  }

  private Behavior<Message> readLater() {
    reading = true;
    context.actor().scheduleOnce(RETRY, context.actor().getSelf(), new EchoShell.ReadAgain());
    return Behaviors.same();
  }

  private Behavior<Message> readAgain() {
    reading = false;
    return goOn();
  }

  /** Does what can be done now, shows it, and asks for the next key. */
  private Behavior<Message> goOn() {
    while (!busy && !ahead.isEmpty()) {
      KeyboardDriver.Key key = ahead.remove();
      output.answers(key.pressedAt());
      press(key.stroke());
    }
    if (!busy && ended) {
      return end();
    }
    output.flush();
    read();
    return Behaviors.same();
  }

  private void read() {
    if (!reading && !ended && ahead.size() < AHEAD) {
      reading = true;
      context.<KeyboardDriver.Input>ask(
          settings.keyboard(),
          KeyboardDriver.Read::new,
          EchoShell.Pressed::new,
          reason -> new EchoShell.NoKey());
    }
  }

  // --- what they do ---

  private void press(Stroke stroke) {
    if (keys.enters(stroke)) {
      enter();
    } else if (stroke.isControl('C')) {
      line.clear();
      output.add("^C\n");
      prompt();
    } else if (stroke.isControl('D') && line.isEmpty()) {
      ended = true;
      ahead.clear();
    } else {
      output.add(keys.edit(stroke, line));
    }
  }

  private void enter() {
    output.add("\n");
    prompted = false;
    LineEditor.Line entered = line.take();
    response.restart();
    context.count("commands", 1);
    if (entered.cut()) {
      obey(new Say("this line is too long: the most is " + LINE + " characters"));
    } else {
      obey(commands.parse(entered.text()));
    }
  }

  private void obey(Command told) {
    Action action = told.action(settings, context::accounts);
    if (action instanceof Action.Show show) {
      output.add(show.text());
      endCommand();
    } else if (action instanceof Action.Ask<?> ask) {
      ask(ask);
    } else {
      ended = true;
      ahead.clear();
    }
  }

  private <R> void ask(Action.Ask<R> ask) {
    if (!context.uses().contains(ask.target())) {
      output.add("this shell may not use " + ask.target() + ": it is not in its uses\n");
      endCommand();
      return;
    }
    busy = true;
    long number = command;
    context.<R>ask(
        ask.target(),
        ask.request(),
        reply -> new EchoShell.Said(number, ask.words().apply(reply)),
        reason -> new EchoShell.Said(number, "no answer: " + reason));
  }

  private Behavior<Message> said(EchoShell.Said said) {
    if (said.command() == command) {
      output.add(said.line() + "\n");
      endCommand();
    }
    return goOn();
  }

  private void endCommand() {
    busy = false;
    command++;
    response.lap("response");
    prompt();
  }

  private void prompt() {
    output.add(settings.prompt());
    prompted = true;
  }

  // --- the end ---

  /** What stands on the line is obeyed first. */
  private Behavior<Message> end() {
    if (!line.isEmpty()) {
      enter();
      return goOn();
    }
    if (!leaving) {
      leaving = true;
      output.add(prompted ? "\n" : "");
      output.flushToTheEnd();
    }
    return Behaviors.same();
  }

  private Behavior<Message> leave() {
    context.exit();
    return Behaviors.stopped();
  }
}
