package dev.interleave.kernel;

import java.time.Duration;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param end why
 * @param elapsed from boot to the end of the last work; virtual on the simulated dispatcher
 * @param failure what stopped the run, when {@code end} is {@link End#FAILED}: one line, with the
 *     task and the time
 */
public record Outcome(End end, Duration elapsed, Optional<String> failure) {

  /** Why a run ended. */
  public enum End {
    /** Every program finished, or nothing was left to do. */
    FINISHED,
    /** A program called {@link ProgramContext#exit}. */
    EXITED,
    /** The plan's {@code until} was reached. */
    UNTIL,
    /** Somebody outside asked the kernel to end the run. */
    DRAINED,
    /** A rule was broken: a bug, not a simulated fault. */
    FAILED
  }
}
