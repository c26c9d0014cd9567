/**
 * Configuration: HOCON files in, records out, and every mistake at once with its line.
 *
 * <ul>
 *   <li>{@link dev.interleave.kernel.config.HoconReader} reads files, overrides and includes.
 *   <li>{@link dev.interleave.kernel.config.Binder} binds a block to a record: the header is the
 *       schema.
 *   <li>{@link dev.interleave.kernel.config.Types} finds what a {@code type} names, and {@link
 *       dev.interleave.kernel.config.Requests} what may be sent to it.
 *   <li>{@link dev.interleave.kernel.config.Mistakes} collects what is wrong on the way.
 * </ul>
 *
 * <p>A jar defines its types in its {@code reference.conf}; there is no other registry:
 *
 * <pre>{@code
 * interleave.drivers.lamp {              # or .programs, .policies, .dispatchers
 *   class = lamp.Lamp
 *   summary = "One sentence for `interleave list`."
 *   defaults {                           # every setting of the record
 *     # Meaning, unit and range: this is what `interleave describe` says.
 *     latency = 40 us
 *     # An optional setting has the default null, so that it can be described.
 *     colour = null
 *   }
 *   metrics { switches { kind = count, unit = number, meaning = "how often it switched" } }
 *   example = "l { type = lamp, latency = 1 ms }"
 * }
 * }</pre>
 */
@NullMarked
package dev.interleave.kernel.config;

import org.jspecify.annotations.NullMarked;
