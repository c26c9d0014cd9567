/**
 * What a run tells people and programs: values in words ({@link
 * dev.interleave.sim.report.Amounts}), tables, the summary, and JSON. Nothing here prints;
 * everything returns text.
 */
@NullMarked
package dev.interleave.sim.report;

import org.jspecify.annotations.NullMarked;
