package dev.interleave.kernel.dispatch;

import java.util.function.Supplier;

/** Decides whether something that another thread submits may enter a simulated machine. */
interface Gate {

  /**
   * Called by the thread that submits. What may not enter is a leak, and the gate has told of it.
   *
   * @param running whether the machine runs at this moment
   * @param leak says so
   */
  boolean admits(boolean running, Supplier<String> leak);

  /** Whether a run that has nothing left to do is over: nobody may come. The machine's thread. */
  boolean nobodyMayCome();

  /** What {@link #admits} let in is there to be taken. */
  default void admitted() {}

  /**
   * What the calling thread waited for may have come in the step that the machine is in: comes back
   * when that step is over, or at once.
   */
  default void awaitStep() {}

  /** A handler waits, which is a leak: {@code leak} says so. */
  void waits(String leak);

  /** Open while nobody runs the machine; everything that comes during a run is a leak. */
  record Closing(Engine engine) implements Gate {
    @Override
    public boolean admits(boolean running, Supplier<String> leak) {
      if (running) {
        engine.fail(leak.get());
      }
      return !running;
    }

    @Override
    public boolean nobodyMayCome() {
      return true;
    }

    @Override
    public void waits(String leak) {
      engine.fail(leak);
    }
  }
}
