package dev.interleave.kernel.dispatch;

/**
 * Something that a handler did after having consumed CPU time; it happens when that has been
 * served.
 *
 * @param offset CPU time of the turn after which it happens
 * @param action what happens
 */
record Effect(long offset, Runnable action) {}
