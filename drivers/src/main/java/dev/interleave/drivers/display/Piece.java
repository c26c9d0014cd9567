package dev.interleave.drivers.display;

/**
 * A piece of a line of output.
 *
 * @param ends whether the line ends with it, or goes on in the next piece
 */
record Piece(String text, boolean ends) {}
