package dev.interleave.kernel;

/**
 * Measures how long something took, from effect to effect: what a turn does after having consumed
 * CPU time happens when that has been served, and so it is read then and not in the handler.
 *
 * <p>Not threadsafe: for the turns of the task that made it.
 */
public interface Stopwatch {

  /** Starts again from 0. */
  void restart();

  /** Records what has passed as one sample of {@code metric} and starts again from 0. */
  void lap(String metric);
}
