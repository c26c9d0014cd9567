/**
 * The keyboard: where keys come from, and the driver that hands them on.
 *
 * <pre>{@code
 * shell --Read--------------------------> KeyboardDriver
 * shell <-Key(stroke, pressedAt)--------- KeyboardDriver   one for each Read
 * shell <-EndOfInput--------------------- KeyboardDriver   when there are no more
 * }</pre>
 *
 * <p>A program that edits lines reads: it asks for the next key when it has dealt with the last
 * one, so that a fast pipe cannot flood its mailbox. A program that only watches keys listens.
 * Either gives a key's {@code pressedAt} on to the display ({@code Print}), which measures the way
 * from key to screen.
 */
@NullMarked
package dev.interleave.drivers.keyboard;

import org.jspecify.annotations.NullMarked;
