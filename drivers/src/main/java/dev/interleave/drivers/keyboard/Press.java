package dev.interleave.drivers.keyboard;

import java.util.Optional;

/**
 * A key that will be pressed.
 *
 * @param at when, in nanoseconds since boot
 * @param stroke which; none for the end of input
 */
record Press(long at, Optional<Stroke> stroke) {}
