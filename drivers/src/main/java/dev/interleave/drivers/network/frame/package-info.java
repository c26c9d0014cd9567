/**
 * Frames as they are on the wire: one record a protocol, which encodes itself and is decoded from
 * bytes. Decoding never throws: what is truncated or has a wrong checksum is simply no such frame.
 * Pure values, any thread may use them.
 */
@NullMarked
package dev.interleave.drivers.network.frame;

import org.jspecify.annotations.NullMarked;
