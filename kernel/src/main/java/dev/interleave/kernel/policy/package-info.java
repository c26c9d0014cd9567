/**
 * Policies: which ready task gets a core next, and for how long. The kernel keeps the queue and the
 * states of the tasks; a policy only gives an order. One small file a policy.
 */
@NullMarked
package dev.interleave.kernel.policy;

import org.jspecify.annotations.NullMarked;
