package dev.interleave.sim.conform;

/**
 * One actor of a workload; its name is its place in the list.
 *
 * @param priority as the kernel has it: larger is more urgent
 */
record Worker(int priority) {}
