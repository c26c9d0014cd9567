package dev.interleave.kernel;

/**
 * A stream of partial results from a driver to one consumer, with demand.
 *
 * @param <T> the item
 * @see TaskContext#emit
 */
public interface Outlet<T> {

  /** Tells the consumer that the stream is complete. */
  void complete();

  /** Whether the consumer is gone or has cancelled; a job may stop early then. */
  boolean cancelled();
}
