package dev.interleave.sim.compare;

import dev.interleave.kernel.trace.JsonObject;
import dev.interleave.sim.report.MachineWords;
import dev.interleave.sim.report.PolicyWords;
import dev.interleave.sim.run.RunResult;
import dev.interleave.sim.scenario.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A comparison as one JSON object, with a row for each column of the table. Durations are
 * nanoseconds; {@code digest} is null on real dispatchers, {@code keyP99} without keys, {@code
 * speedup} where a run came to no end of its own, {@code limit} when policies are compared; {@code
 * responseP99} is empty when dispatchers are.
 *
 * @param scenario what was run
 * @param columns the runs, at least one
 * @param limit the sentence that says what holds it back; may be empty
 */
public record ComparisonJson(Scenario scenario, List<Column> columns, String limit) {
  private static final int SCHEMA_VERSION = 1;
  private static final int SPEEDUP_DIGITS = 3;

  /** The object, on one line. */
  @Override
  public String toString() {
    ComparisonTable table = new ComparisonTable(columns);
    JsonObject json =
        new JsonObject()
            .put("schemaVersion", SCHEMA_VERSION)
            .put("scenario", scenario.name())
            .put("rows", columns.stream().map(it -> row(it, table)).toList());
    return text(json, "limit", Optional.of(limit).filter(it -> !it.isEmpty())).toString();
  }

  private JsonObject row(Column column, ComparisonTable table) {
    RunResult result = column.result();
    JsonObject row =
        new JsonObject()
            .put("title", column.title())
            .put("dispatcher", MachineWords.name(result.plan().machine()))
            .put("cores", column.cores())
            .put("policy", PolicyWords.name(result.plan().policy(), scenario.types()))
            .put("seed", result.plan().machine().seed())
            .put("end", result.outcome().end().name().toLowerCase(Locale.ROOT))
            .put("runs", column.runs())
            .put("makespan", column.makespan())
            .put("cpu", column.cpu())
            .put("drops", result.metrics().amount("drops"))
            .put("result", table.result(column));
    number(row, "speedup", table.speedupOf(column).map(ComparisonJson::rounded));
    number(row, "keyP99", keyP99(column, table));
    row.put("responseP99", responses(column, table));
    return text(row, "digest", result.digest());
  }

  private static Optional<BigDecimal> keyP99(Column column, ComparisonTable table) {
    return table
        .keyLatency()
        .map(name -> BigDecimal.valueOf(column.result().metrics().amount(name)));
  }

  private static JsonObject responses(Column column, ComparisonTable table) {
    JsonObject responses = new JsonObject();
    table.responding().forEach(it -> responses.put(it, column.responseP99(it)));
    return responses;
  }

  private static BigDecimal rounded(double ratio) {
    return BigDecimal.valueOf(ratio).setScale(SPEEDUP_DIGITS, RoundingMode.HALF_UP);
  }

  private static void number(JsonObject json, String name, Optional<BigDecimal> value) {
    value.ifPresentOrElse(it -> json.put(name, it), () -> json.putNull(name));
  }

  private static JsonObject text(JsonObject json, String name, Optional<String> value) {
    return value.isPresent() ? json.put(name, value.get()) : json.putNull(name);
  }
}
