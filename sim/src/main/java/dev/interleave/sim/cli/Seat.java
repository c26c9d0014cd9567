package dev.interleave.sim.cli;

import dev.interleave.drivers.console.JLineTerminal;
import dev.interleave.drivers.display.HostScreen;
import dev.interleave.drivers.keyboard.HostKeyboard;
import java.util.Optional;

/**
 * Where the person or the pipe sits: the keyboard and the screen that a run lends to its devices. A
 * terminal on both sides is one seat; else keys are what standard input has, and lines go to
 * standard output. Closing it gives the terminal back.
 */
final class Seat implements AutoCloseable {
  private final Lent host = new Lent();
  private final Runnable leave;
  private final Runnable close;
  private final boolean live;
  private Runnable open = () -> {};

  private Seat(Runnable leave, Runnable close, boolean live) {
    this.leave = leave;
    this.close = close;
    this.live = live;
  }

  /**
   * Takes a seat.
   *
   * @param screen whether what the display shows is wanted
   */
  static Seat take(Session session, boolean screen) {
    boolean person = session.terminals().in() && session.terminals().out();
    Optional<JLineTerminal> terminal =
        person && screen
            ? JLineTerminal.open(session.environment().get("TERM"), session.out()::fail)
            : Optional.empty();
    return terminal.map(Seat::at).orElseGet(() -> atStreams(session, screen));
  }

  private static Seat at(JLineTerminal terminal) {
    Seat seat = new Seat(() -> {}, terminal::close, true);
    seat.host.with(HostKeyboard.class, terminal);
    seat.shows(terminal);
    return seat;
  }

  private static Seat atStreams(Session session, boolean screen) {
    StreamKeyboard keyboard = new StreamKeyboard(session.in(), session.terminals().in());
    Seat seat = new Seat(keyboard::close, () -> {}, false);
    seat.host.with(HostKeyboard.class, keyboard);
    if (screen) {
      seat.shows(new StreamScreen(session.out()));
    }
    return seat;
  }

  private void shows(HostScreen shown) {
    HeldScreen held = new HeldScreen(shown);
    host.with(HostScreen.class, held);
    open = held::open;
  }

  /** Any thread: what devices show is seen from now on. */
  void open() {
    open.run();
  }

  /** What devices may use. */
  Lent host() {
    return host;
  }

  /** Whether a person sits at it and sees each key. */
  boolean live() {
    return live;
  }

  /** Any thread: there will be no more keys. */
  void leave() {
    leave.run();
  }

  @Override
  public void close() {
    close.run();
  }
}
