package dev.interleave.drivers.vector;

/**
 * What is done with the elements of a vector, which are made as they are needed: element i of a
 * vector is a known function of i, so that a billion of them need no memory and every result has a
 * closed form to check it by. Results are exact, and {@link ArithmeticException} otherwise.
 */
enum Work {
  /** {@code i}, added: n (n + 1) / 2. */
  SUM(4_294_967_295L) {
    @Override
    long over(long from, long to) {
      long sum = 0;
      for (long i = from; i <= to; i++) {
        sum = Math.addExact(sum, i);
      }
      return sum;
    }
  },

  /** {@code i * (1 + i mod 2)}, added: n (n + 1) / 2 + ceil(n / 2)^2. */
  DOT_PRODUCT(3_506_826_112L) {
    @Override
    long over(long from, long to) {
      long sum = 0;
      for (long i = from; i <= to; i++) {
        sum = Math.addExact(sum, Math.multiplyExact(i, 1 + (i & 1)));
      }
      return sum;
    }
  },

  /** {@code i + 1}, added: n (n + 3) / 2. */
  INCREMENT(4_294_967_294L) {
    @Override
    long over(long from, long to) {
      long sum = 0;
      for (long i = from; i <= to; i++) {
        sum = Math.addExact(sum, Math.incrementExact(i));
      }
      return sum;
    }
  },

  /** {@code -i}, added: -n (n + 1) / 2. */
  NEGATE(4_294_967_295L) {
    @Override
    long over(long from, long to) {
      long sum = 0;
      for (long i = from; i <= to; i++) {
        sum = Math.addExact(sum, Math.negateExact(i));
      }
      return sum;
    }
  },

  /** {@code i * i}, added: n (n + 1) (2n + 1) / 6. */
  SQUARE(3_024_616L) {
    @Override
    long over(long from, long to) {
      long sum = 0;
      for (long i = from; i <= to; i++) {
        sum = Math.addExact(sum, Math.multiplyExact(i, i));
      }
      return sum;
    }
  };

  private final long most;

  Work(long most) {
    this.most = most;
  }

  /** The result over the elements from {@code from} to {@code to}, both included, from 1. */
  abstract long over(long from, long to);

  /** The longest vectors whose result fits in 64 bits. */
  long most() {
    return most;
  }
}
