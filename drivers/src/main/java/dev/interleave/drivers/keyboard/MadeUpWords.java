package dev.interleave.drivers.keyboard;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.random.RandomGenerator;

/**
 * Words of one to seven letters, a blank after each and a new line after every tenth. Not
 * threadsafe.
 */
final class MadeUpWords implements PrimitiveIterator.OfInt {
  private static final int LONGEST = 7;
  private static final int LINE = 10;
  private static final int LETTERS = 26;

  private final long words;
  private final RandomGenerator random;
  private long word;
  private int letters;

  /**
   * @param words how many; 0 is without end
   */
  MadeUpWords(long words, RandomGenerator random) {
    this.words = words;
    this.random = random;
    this.letters = length();
  }

  private int length() {
    return random.nextInt(1, LONGEST + 1);
  }

  @Override
  public boolean hasNext() {
    return words == 0 || word < words;
  }

  @Override
  public int nextInt() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return letters-- > 0 ? 'a' + random.nextInt(LETTERS) : endOfWord();
  }

  private int endOfWord() {
    word++;
    letters = length();
    return word % LINE == 0 || word == words ? '\n' : ' ';
  }
}
