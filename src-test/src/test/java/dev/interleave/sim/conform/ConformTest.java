package dev.interleave.sim.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConformTest {
  private static final String ONE =
      """
      {"id":"one","kind":"schedule","policy":"FCFS","cores":1,"tasks":[{"id":"A","arrival":0,"burst":3}]}
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int conform(String text) throws IOException {
    return run(Files.writeString(folder.resolve("records.jsonl"), text).toString());
  }

  private int run(String file) {
    return new CommandLine(new Conform())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(file);
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  private String told() {
    return err.toString().replace(folder + "/", "");
  }

  @Test
  void oneLineARecordInTheirOrder() throws IOException {
    String other = ONE.replace("one", "other").replace("FCFS", "PRIO_P");
    assertThat(conform(other + "\n" + ONE)).isZero();
    assertThat(lines()).hasSize(2);
    assertThat(JsonFields.parse(lines().get(0)).text("id")).isEqualTo("other");
    assertThat(JsonFields.parse(lines().get(1)).text("id")).isEqualTo("one");
  }

  @Test
  void whatDoesNotExistIsReportedAndTheRestGoesOn() throws IOException {
    String policy = ONE.replace("FCFS", "CRYSTAL_BALL");
    String kind = ONE.replace("schedule", "horoscope");
    assertThat(conform(policy + kind + ONE)).isZero();
    assertThat(lines().get(0))
        .isEqualTo("{\"id\":null,\"record\":\"one\",\"unsupported\":\"policy CRYSTAL_BALL\"}");
    assertThat(lines().get(1)).contains("\"unsupported\":\"kind horoscope\"");
    assertThat(lines().get(2)).contains("\"finish\":{\"A\":3}", "\"id\":\"one\"");
    assertThat(told()).isEqualTo("records.jsonl: 2 records are unsupported\n");
  }

  @Test
  void allBadLinesAreToldAndNothingIsAnswered() throws IOException {
    String negative = ONE.replace("\"burst\":3", "\"burst\":-3");
    String half = ONE.replace("\"arrival\":0", "\"arrival\":0.5");
    String noId = ONE.replace("\"id\":\"one\",", "");
    String noCores = ONE.replace("\"cores\":1", "\"cores\":0");
    assertThat(conform(ONE + "{\"id\":\n" + negative + half + noId + noCores)).isEqualTo(78);
    assertThat(lines()).isEmpty();
    assertThat(told().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("records.jsonl:2: not an object of JSON: "),
            line ->
                assertThat(line).isEqualTo("records.jsonl:3: 'burst' must be at least 0, not -3"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "records.jsonl:4: 'arrival' must be a whole number of 64 bits, not 0.5"),
            line -> assertThat(line).isEqualTo("records.jsonl:5: no 'id'"),
            line ->
                assertThat(line).isEqualTo("records.jsonl:6: 'cores' must be at least 1, not 0"));
  }

  @Test
  void twoTasksOfOneIdAreNoRecord() throws IOException {
    String task = "{\"id\":\"A\",\"arrival\":0,\"burst\":3}";
    assertThat(conform(ONE.replace(task, task + "," + task))).isEqualTo(78);
    assertThat(told()).startsWith("records.jsonl:1: two tasks have the id 'A'");
  }

  private static String periodic(String tasks) {
    return """
        {"id":"periodic","kind":"realtime","policy":"FP","cores":1,
         "params":{"horizon":20,"miss":"abort","placement":"global"},"tasks":[%s]}"""
            .formatted(tasks)
            .replace("\n", "")
        + "\n";
  }

  @Test
  void aJobThatIsAbortedWhileItWaitsForACoreNeverFinishes() throws IOException {
    String first =
        "{\"id\":\"F\",\"offset\":1,\"period\":30,\"wcet\":9,\"deadline\":30,\"priority\":1}";
    String late = "{\"id\":\"L\",\"period\":4,\"wcet\":5,\"deadline\":6,\"priority\":2}";
    assertThat(conform(periodic(first + "," + late))).isZero();
    assertThat(lines().get(0))
        .contains("\"deadline\":6,\"finish\":null,\"job\":\"L#1\",\"missed\":true,")
        .contains("\"deadline\":10,\"finish\":null,\"job\":\"L#2\",\"missed\":true,");
  }

  @Test
  void whatGetsItsCoreAtTheHorizonHasNotStarted() throws IOException {
    String long20 = "{\"id\":\"F\",\"period\":30,\"wcet\":20,\"priority\":1}";
    String waits = "{\"id\":\"W\",\"period\":30,\"wcet\":1,\"priority\":2}";
    assertThat(conform(periodic(long20 + "," + waits))).isZero();
    assertThat(lines().get(0))
        .contains("\"finish\":20,\"job\":\"F#1\"")
        .contains("\"job\":\"W#1\",\"missed\":false,\"release\":0,\"start\":null}");
  }

  @Test
  void aJobThatNeedsNoTimeFinishesWhenItGetsACore() throws IOException {
    String busy = "{\"id\":\"F\",\"period\":10,\"wcet\":3,\"priority\":1}";
    String none = "{\"id\":\"N\",\"period\":30,\"wcet\":0,\"priority\":2}";
    assertThat(conform(periodic(busy + "," + none))).isZero();
    assertThat(lines().get(0)).contains("\"finish\":3,\"job\":\"N#1\"");
  }

  @Test
  void aMissingFileIsAMistakeOfUsage() {
    assertThat(run(folder.resolve("nowhere.jsonl").toString())).isEqualTo(2);
    assertThat(lines()).isEmpty();
    assertThat(told()).isEqualTo("no such file: nowhere.jsonl\n");
  }

  @Test
  void aDirectoryCannotBeRead() {
    assertThat(run(folder.toString())).isEqualTo(2);
    assertThat(lines()).isEmpty();
  }

  @Test
  void timesMayBeLargerThanThirtyTwoBits() throws IOException {
    String large = ONE.replace("\"burst\":3", "\"burst\":1152921504606846976");
    assertThat(conform(large + large + large)).isZero();
    assertThat(lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("\"finish\":{\"A\":1152921504606846976}"));
  }

  @Test
  void timesBeyondVirtualTimeAreUnsupported() throws IOException {
    assertThat(conform(ONE.replace("\"burst\":3", "\"burst\":9223372036854775807"))).isZero();
    assertThat(lines().get(0)).contains("\"unsupported\":\"more than 2^61 ticks\"");
  }
}
