/**
 * Policies that are not shipped yet, written against the SPI to show that it carries them:
 * deadlines, feedback, queues for each core with stealing, budgets.
 */
@NullMarked
package dev.interleave.kernel.policy.sketch;

import org.jspecify.annotations.NullMarked;
