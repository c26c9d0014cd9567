package dev.interleave.sim.bench;

/**
 * What came of a contest.
 *
 * @param ours an operation takes our side so much, median
 * @param theirs and the other side, median
 * @param low how many times as good we are, round by round: the first quartile
 * @param ratio the median
 * @param high the third quartile
 */
record Result(double ours, double theirs, double low, double ratio, double high) {}
