/** Tests of the binding of configuration to records, and of what is said about mistakes. */
@NullMarked
package dev.interleave.kernel.config;

import org.jspecify.annotations.NullMarked;
