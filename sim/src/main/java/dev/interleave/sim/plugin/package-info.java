/**
 * Extensions: jars and folders of classes from outside, in one class loader above the application's
 * own. What they bring, their {@code reference.conf} says; there is no list anywhere.
 */
@NullMarked
package dev.interleave.sim.plugin;

import org.jspecify.annotations.NullMarked;
