package dev.interleave.drivers.network;

import dev.interleave.kernel.config.Range;

/**
 * The sizes of a card's descriptor rings. A frame that finds its ring full is dropped and counted.
 *
 * @param rx received frames that wait for the driver
 * @param tx frames that wait for the link
 */
public record RingSettings(
    @Range(min = 1, max = 65536) int rx, @Range(min = 1, max = 65536) int tx) {}
