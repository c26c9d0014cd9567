/** Tests of policies: each is asserted as a drawn timeline, and sketches of others try the SPI. */
@NullMarked
package dev.interleave.kernel.policy;

import org.jspecify.annotations.NullMarked;
