package dev.interleave.drivers.keyboard;

import dev.interleave.kernel.config.Positive;
import dev.interleave.kernel.config.Range;
import java.util.Optional;

/**
 * Who types when the keys are synthetic: a person whose pauses vary around a mean, drawn from the
 * seed of the run.
 *
 * @param wordsPerMinute the mean speed, of words of five keys
 * @param words how many words are made up; 0 is without end
 * @param text what is typed instead of made-up words; {@code \n} is the enter key
 */
public record Typist(
    @Positive @Range(max = 100_000) double wordsPerMinute,
    @Range(min = 0) long words,
    Optional<String> text) {}
