package dev.interleave.sim.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers of others to the same questions; they are data, nobody here made them up. */
class OracleTest {

  static List<String> records(String kind, Set<String> policies) throws IOException {
    List<String> records = new ArrayList<>();
    try (InputStream in = OracleTest.class.getResourceAsStream("/oracle/public.jsonl")) {
      new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))
          .lines()
          .filter(line -> isOf(JsonFields.parse(line), kind, policies))
          .forEach(records::add);
    }
    return records;
  }

  private static boolean isOf(JsonFields record, String kind, Set<String> policies) {
    return record.text("kind").equals(kind) && policies.contains(record.text("policy"));
  }

  @ParameterizedTest
  @CsvSource({
    "schedule, FCFS, 49",
    "schedule, RR, 48",
    "schedule, PRIO_NP, 29",
    "schedule, PRIO_P, 39",
    "schedule, PRIO_RR, 1",
    "realtime, FP, 13",
    "realtime, RM, 44",
    "realtime, DM, 12"
  })
  void everyAnswerIsRight(String kind, String policy, int records) throws IOException {
    List<String> asked = records(kind, Set.of(policy));
    assertThat(asked).hasSize(records);
    List<String> answers = answers(asked);
    for (int i = 0; i < records; i++) {
      JsonFields record = JsonFields.parse(asked.get(i));
      JsonFields answer = JsonFields.parse(answers.get(i));
      assertThat(answer.text("id")).isEqualTo(record.text("id"));
      assertThat(Comparison.of(record, answer)).as(record.text("id")).isEmpty();
    }
  }

  private static List<String> answers(List<String> records) throws IOException {
    List<String> answers = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new StringReader(String.join("\n", records)));
    new Conformance(answers::add).answer("public.jsonl", lines);
    return answers;
  }
}
