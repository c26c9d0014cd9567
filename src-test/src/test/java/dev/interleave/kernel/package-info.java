/**
 * Tests of the kernel: yields, interrupts, mailboxes, crashes, arrivals, locks, the end of a run.
 */
@NullMarked
package dev.interleave.kernel;

import org.jspecify.annotations.NullMarked;
