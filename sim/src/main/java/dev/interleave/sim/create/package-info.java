/**
 * Writes starting points for extensions: a project of its own for a driver, a program or a policy,
 * which compiles, is tested and runs. The templates are resources beside this package.
 */
@NullMarked
package dev.interleave.sim.create;

import org.jspecify.annotations.NullMarked;
