/**
 * The one trace: sealed {@link dev.interleave.kernel.trace.Event} records. Everything that reports
 * (tables, timelines, metrics, the digest) reads these and nothing else observes a run. The engine
 * writes to a {@link dev.interleave.kernel.trace.Trace}; whoever reads is a {@link
 * dev.interleave.kernel.trace.Sink}.
 */
@NullMarked
package dev.interleave.kernel.trace;

import org.jspecify.annotations.NullMarked;
