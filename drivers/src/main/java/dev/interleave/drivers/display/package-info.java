/**
 * The display: a text frame buffer, the device that repaints it, and where that is seen.
 *
 * <pre>{@code
 * shell --Print(text, pressedAt)--------> DisplayDriver
 * shell <-Visible------------------------ DisplayDriver    when the frame has been painted
 * }</pre>
 *
 * <p>To rub out the character before the cursor, print {@code "\b \b"}.
 */
@NullMarked
package dev.interleave.drivers.display;

import org.jspecify.annotations.NullMarked;
