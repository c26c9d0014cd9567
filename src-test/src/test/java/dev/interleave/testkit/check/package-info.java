/** Tests of the checker, and the checker let loose on random runs. */
@NullMarked
package dev.interleave.testkit.check;

import org.jspecify.annotations.NullMarked;
