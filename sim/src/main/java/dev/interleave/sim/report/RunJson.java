package dev.interleave.sim.report;

import dev.interleave.kernel.trace.JsonObject;
import dev.interleave.sim.expect.Checked;
import dev.interleave.sim.metric.Metrics;
import dev.interleave.sim.metric.Value;
import dev.interleave.sim.run.RunResult;
import dev.interleave.sim.scenario.Scenario;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A run as one JSON object. Durations are nanoseconds, sizes bytes, percentages 0 to 100; {@code
 * digest} is null on real dispatchers, {@code screen} without a display.
 */
public record RunJson(Scenario scenario, RunResult result) {
  private static final int SCHEMA_VERSION = 1;

  /** The object, on one line. */
  @Override
  public String toString() {
    return json().toString();
  }

  private JsonObject json() {
    JsonObject json =
        new JsonObject()
            .put("schemaVersion", SCHEMA_VERSION)
            .put("scenario", result.plan().name())
            .put("dispatcher", MachineWords.name(result.plan().machine()))
            .put("cores", result.plan().machine().cores())
            .put("policy", PolicyWords.name(result.plan().policy(), scenario.types()))
            .put("seed", result.plan().machine().seed())
            .put("end", result.outcome().end().name().toLowerCase(Locale.ROOT))
            .put("elapsed", result.outcome().elapsed().toNanos());
    result.digest().ifPresentOrElse(it -> json.put("digest", it), () -> json.putNull("digest"));
    result.outcome().failure().ifPresent(it -> json.put("failure", it));
    json.put("metrics", metrics(result.metrics()))
        .put("expectations", result.expectations().stream().map(RunJson::expectation).toList());
    screen().ifPresentOrElse(it -> json.put("screen", it), () -> json.putNull("screen"));
    return json;
  }

  private static JsonObject metrics(Metrics metrics) {
    JsonObject json = new JsonObject();
    metrics.all().forEach((name, value) -> metric(json, name, value));
    return json;
  }

  private static void metric(JsonObject json, String name, Value value) {
    if (value instanceof Value.Quantity quantity) {
      json.put(name, quantity.amount());
    } else if (value instanceof Value.Words words) {
      json.put(name, words.text());
    }
  }

  private static JsonObject expectation(Checked checked) {
    return new JsonObject()
        .put("expectation", checked.text())
        .put("at", checked.where())
        .put("verdict", checked.verdict().name().toLowerCase(Locale.ROOT))
        .put("measured", checked.measured());
  }

  private Optional<String> screen() {
    return result.metrics().texts().entrySet().stream()
        .filter(it -> it.getKey().endsWith(".screen"))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
