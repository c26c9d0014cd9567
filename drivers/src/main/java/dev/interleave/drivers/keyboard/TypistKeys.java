package dev.interleave.drivers.keyboard;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.random.RandomGenerator;

/**
 * What a typist types, and when: the pauses are uniform between half and one and a half times the
 * mean. Not threadsafe.
 */
final class TypistKeys implements Iterator<Press> {
  private static final int KEYS_IN_WORD = 5;
  private static final double NANOS_IN_MINUTE = 60e9;

  private final PrimitiveIterator.OfInt text;
  private final RandomGenerator random;
  private final double meanPause;
  private long at;
  private boolean ended;

  TypistKeys(Typist typist, RandomGenerator random) {
    this.random = random;
    this.meanPause = NANOS_IN_MINUTE / (typist.wordsPerMinute() * KEYS_IN_WORD);
    this.text =
        typist
            .text()
            .map(it -> it.codePoints().iterator())
            .orElseGet(() -> new MadeUpWords(typist.words(), random));
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Press next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    if (!text.hasNext()) {
      ended = true;
      return new Press(at, Optional.empty());
    }
    Stroke stroke = Stroke.typing(text.nextInt());
    at += Math.round(meanPause * (0.5 + random.nextDouble()));
    return new Press(at, Optional.of(stroke));
  }
}
