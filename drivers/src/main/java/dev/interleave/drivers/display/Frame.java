package dev.interleave.drivers.display;

import java.util.List;

/**
 * What the device has to show at one moment. Immutable but for its arrays, which nobody changes.
 *
 * @param output what has been completed since the frame before
 * @param tail the beginning of the line that is not complete
 * @param gone the rows that have left the screen since the frame before, for a view of cells
 * @param rows the rows that are seen, down to the last that is not empty or has the cursor, for a
 *     view of cells
 * @param cursorColumn from 0 to the number of columns
 */
record Frame(
    List<Piece> output,
    String tail,
    List<String[]> gone,
    List<String[]> rows,
    int cursorColumn,
    int cursorRow) {}
