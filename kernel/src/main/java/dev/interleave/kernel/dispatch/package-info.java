/**
 * The three dispatchers: one engine, a run queue ordered by a policy and cores that take turns from
 * it. They differ only in what a core and a clock are ({@link dev.interleave.kernel.Machine}). The
 * only package that touches Pekko's dispatch classes.
 */
@NullMarked
package dev.interleave.kernel.dispatch;

import org.jspecify.annotations.NullMarked;
