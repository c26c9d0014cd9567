/**
 * The timer: one compare register that raises an interrupt, shared by all who ask for a tick.
 *
 * <pre>{@code
 * program --After, Every, Cancel--> TimerDriver --arm--------> TimerDevice
 * program <-Tick, Cancelled-------- TimerDriver <--interrupt-- TimerDevice
 * }</pre>
 */
@NullMarked
package dev.interleave.drivers.timer;

import org.jspecify.annotations.NullMarked;
