package dev.interleave.kernel.dispatch;

import java.time.Duration;
import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * A turn that ends with a yield or a pause.
 *
 * @param resume goes on with the job
 * @param next who gets the core first, if anybody is named
 * @param serving whether the task serves its other messages before it goes on
 * @param pause how long it waits at least; null for a yield
 */
record Yielding(
    Envelope resume, @Nullable TaskCell next, boolean serving, @Nullable Duration pause) {}
