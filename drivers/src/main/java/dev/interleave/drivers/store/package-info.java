/**
 * The bounded buffer of every textbook, as a driver: {@link
 * dev.interleave.drivers.store.StoreDriver} keeps items that look alike, and lets who puts or takes
 * too early wait. It has no device.
 */
@NullMarked
package dev.interleave.drivers.store;

import org.jspecify.annotations.NullMarked;
