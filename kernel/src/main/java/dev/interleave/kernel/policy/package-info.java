/**
 * Policies: which ready task gets a core next, and for how long. An author of one needs this
 * package only.
 *
 * <p>The engine keeps the queue and the states of the tasks; a policy only gives an order. Begin at
 * {@link dev.interleave.kernel.policy.Policy}, whose one duty is {@code enqueue}: give the {@link
 * dev.interleave.kernel.policy.Task} a place in the {@link dev.interleave.kernel.policy.RunQueue}.
 * Every built-in policy is one small file here; {@link dev.interleave.kernel.policy.RoundRobin} is
 * the one to read first. A policy is a record: its header is what a scenario may set.
 */
@NullMarked
package dev.interleave.kernel.policy;

import org.jspecify.annotations.NullMarked;
