package dev.interleave.sim.bench;

import dev.interleave.kernel.trace.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** One JSON object a contest, for programs. */
final class JsonReport implements Report {
  private static final int SCHEMA = 1;
  private static final MathContext DIGITS = new MathContext(4);

  @Override
  public List<String> head() {
    return List.of();
  }

  @Override
  public String line(Contest contest, Result result) {
    return new JsonObject()
        .put("schemaVersion", SCHEMA)
        .put("jdk", Runtime.version().feature())
        .put("collector", Collectors.inUse())
        .put("on", contest.on())
        .put("ours", contest.ours().name())
        .put("theirs", contest.theirs().name())
        .put("unit", contest.unit() == Unit.TIME ? "ns" : "B")
        .put("oursEach", number(result.ours()))
        .put("theirsEach", number(result.theirs()))
        .put("times", number(result.ratio()))
        .put("low", number(result.low()))
        .put("high", number(result.high()))
        .put("goal", contest.goal().text())
        .put("met", contest.goal().isMetBy(result))
        .toString();
  }

  private static BigDecimal number(double value) {
    return new BigDecimal(value, DIGITS);
  }
}
