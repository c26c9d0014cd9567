/**
 * The rules of the house that a compiler does not know: who may depend on whom, where clocks are
 * read, how long a file may be. They read the classes and the sources of all modules.
 */
@NullMarked
package dev.interleave.house;

import org.jspecify.annotations.NullMarked;
