package dev.interleave.sim.cli;

import dev.interleave.drivers.keyboard.HostKeyboard;

/** Where the person or the pipe sits: the keyboard and the screen that a run lends to its devices. */
final class Seat implements AutoCloseable {
  private final StreamKeyboard keyboard;

  private Seat(StreamKeyboard keyboard) {
    this.keyboard = keyboard;
  }

  static Seat at(Session session, RunCommand flags) {
    return new Seat(new StreamKeyboard(session.in()));
  }

  /** What devices may use. */
  Lent host() {
    return new Lent().with(HostKeyboard.class, keyboard);
  }

  /** Any thread: there will be no more keys. */
  void leave() {
    keyboard.close();
  }

  @Override
  public void close() {}
}
