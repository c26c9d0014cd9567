package dev.interleave.kernel.dispatch;

/** What is done on a thread of its own, and is done when the call comes back. */
final class OtherThread {
  private OtherThread() {}

  static void does(Runnable action) {
    named("other", action);
  }

  static void named(String name, Runnable action) {
    Thread thread = new Thread(action, name);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
