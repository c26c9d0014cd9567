/**
 * What a run tells people and programs: tables, the summary, and JSON. Nothing here prints;
 * everything returns text.
 */
@NullMarked
package dev.interleave.sim.report;

import org.jspecify.annotations.NullMarked;
