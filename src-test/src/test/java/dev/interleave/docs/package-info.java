/**
 * Holds the pages to what they say: commands are run and what they show is compared, generated
 * pages are generated again, Java is compiled, and what is named is there.
 *
 * <p>A page shows a session in a fence {@code ```console}: {@code $ command}, then what it prints.
 * There {@code ...} stands for anything on its line, or for any lines when it is alone on one. What
 * differs from machine to machine is named in a comment above the fence, {@code <!-- varies: 20.3
 * ms, 1.9 -->}: each of these stands for any number, with any unit of time when it has one. What
 * needs Maven is in fences {@code ```sh}, which {@code .ci/extensions} runs.
 */
@NullMarked
package dev.interleave.docs;

import org.jspecify.annotations.NullMarked;
