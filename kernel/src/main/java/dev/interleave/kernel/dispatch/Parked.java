package dev.interleave.kernel.dispatch;

import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;

/** A message that waits for room in a full mailbox, and the task that waits with it. */
record Parked(@Nullable TaskCell sender, Envelope envelope) {}
