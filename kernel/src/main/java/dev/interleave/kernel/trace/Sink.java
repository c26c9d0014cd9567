package dev.interleave.kernel.trace;

/** Takes the events of a run in order. Called by one thread at a time. */
@FunctionalInterface
public interface Sink {

  /** Takes the next event. */
  void event(Event event);
}
