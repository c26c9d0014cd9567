package dev.interleave.sim.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The known means of open queues; within five standard deviations of the mean of one run. */
class LongRunTest {

  @ParameterizedTest
  @CsvSource({
    "FCFS, q-mm1-p0000",
    "RR, q-mm1-p0001",
    "FCFS, q-mmc-p0000",
    "FCFS, q-mmc-p0001",
    "FCFS, q-mg1-p0000",
    "FCFS, q-mg1-p0001",
    "FCFS, q-mg1-p0002",
    "PRIO_NP, q-prio-p0000",
    "PRIO_P, q-prio-p0001"
  })
  void theMeanIsTheKnownOne(String policy, String id) throws IOException {
    String line =
        OracleTest.records("analytic", Set.of(policy)).stream()
            .filter(record -> JsonFields.parse(record).text("id").equals(id))
            .findFirst()
            .orElseThrow();
    JsonFields record = JsonFields.parse(line);
    JsonFields answer = answer(line);
    double deviation = record.object("test").positive("single_run_std_of_mean_turnaround");
    assertThat(answer.positive("mean_turnaround"))
        .isCloseTo(record.object("expected").positive("mean_turnaround"), within(5 * deviation));
    record.object("expected").fields().forEach((name, mean) -> near(name, mean, answer.fields()));
  }

  private static JsonFields answer(String record) throws IOException {
    List<String> answers = new ArrayList<>();
    new Conformance(answers::add)
        .answer("public.jsonl", new BufferedReader(new StringReader(record)));
    return JsonFields.parse(answers.get(0));
  }

  private static void near(String name, Object mean, Map<String, ?> answer) {
    if (mean instanceof Number expected && answer.get(name) instanceof Number have) {
      double tolerance = 0.05 * Math.max(1, expected.doubleValue());
      assertThat(have.doubleValue()).as(name).isCloseTo(expected.doubleValue(), within(tolerance));
    }
  }
}
