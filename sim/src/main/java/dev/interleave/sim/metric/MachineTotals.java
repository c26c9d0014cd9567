package dev.interleave.sim.metric;

import java.math.BigDecimal;
import java.math.MathContext;

/** What the machine as a whole has come to. Not threadsafe. */
final class MachineTotals {
  final TaskTotals all = new TaskTotals();
  private final int cores;
  long elapsed;
  long interrupts;
  long crashes;
  long restarts;

  MachineTotals(int cores) {
    this.cores = cores;
  }

  BigDecimal busyPercent() {
    if (elapsed == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal available = BigDecimal.valueOf(elapsed).multiply(BigDecimal.valueOf(cores));
    return BigDecimal.valueOf(all.cpu).movePointRight(2).divide(available, MathContext.DECIMAL64);
  }
}
