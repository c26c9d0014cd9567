/**
 * Binding of configuration to records: the record header is the schema, and every mistake of a file
 * is reported at once with its file and line.
 */
@NullMarked
package dev.interleave.kernel.config;

import org.jspecify.annotations.NullMarked;
