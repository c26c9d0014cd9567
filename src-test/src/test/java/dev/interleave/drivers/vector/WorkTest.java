package dev.interleave.drivers.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of work has the result of its closed form, which its limit is taken from. */
class WorkTest {

  @ParameterizedTest
  @EnumSource
  void theResultIsTheClosedForm(Work work) {
    for (long n : new long[] {0, 1, 2, 3, 10, 1001, 1_000_000}) {
      assertThat(work.over(1, n)).isEqualTo(closedForm(work, n).longValueExact());
    }
  }

  @ParameterizedTest
  @EnumSource
  void partsAddUpToTheWhole(Work work) {
    assertThat(work.over(1, 17) + work.over(18, 1000)).isEqualTo(work.over(1, 1000));
  }

  @ParameterizedTest
  @EnumSource
  void theLimitIsTheLargestThatFits(Work work) {
    assertThat(closedForm(work, work.most()).bitLength()).isLessThan(64);
    assertThat(closedForm(work, work.most() + 1).bitLength()).isEqualTo(64);
  }

  private static BigInteger closedForm(Work work, long n) {
    return formula(work).apply(BigInteger.valueOf(n));
  }

  private static Function<BigInteger, BigInteger> formula(Work work) {
    return switch (work) {
      case SUM -> WorkTest::triangle;
      case DOT_PRODUCT -> n -> triangle(n).add(plus(n, 1).shiftRight(1).pow(2));
      case INCREMENT -> n -> triangle(n).add(n);
      case NEGATE -> n -> triangle(n).negate();
      case SQUARE ->
          n ->
              n.multiply(plus(n, 1))
                  .multiply(plus(n.shiftLeft(1), 1))
                  .divide(BigInteger.valueOf(6));
    };
  }

  private static BigInteger triangle(BigInteger n) {
    return n.multiply(plus(n, 1)).shiftRight(1);
  }

  private static BigInteger plus(BigInteger n, long more) {
    return n.add(BigInteger.valueOf(more));
  }
}
