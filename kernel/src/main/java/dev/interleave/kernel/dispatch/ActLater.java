package dev.interleave.kernel.dispatch;

/** Something that a handler did, by what it does. */
final class ActLater extends Effect {
  private final Runnable action;

  ActLater(long offset, Runnable action) {
    super(offset);
    this.action = action;
  }

  @Override
  void happen() {
    action.run();
  }
}
