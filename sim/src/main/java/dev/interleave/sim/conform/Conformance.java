package dev.interleave.sim.conform;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers a file of records, one line of JSON a record, in order.
 *
 * <p>A record that this simulator cannot answer gets a line whose {@code id} is null, with the
 * record's id as {@code record} and the reason as {@code unsupported}: whoever looks for an answer
 * by its id finds none.
 */
final class Conformance {
  private final Consumer<String> line;
  private int unsupported;

  /**
   * @param line takes the answers
   */
  public Conformance(Consumer<String> line) {
    this.line = line;
  }

  /**
   * Reads all of {@code lines}, then answers.
   *
   * @param name what mistakes call the file
   * @return how many records are unsupported
   * @throws BadLines when a line is no record; nothing was answered then
   */
  public int answer(String name, BufferedReader lines) throws IOException {
    List<OracleRecord> records = OracleFile.read(name, lines);
    try (Benches benches = new Benches()) {
      records.forEach(record -> line.accept(json(answer(record, benches))));
    }
    return unsupported;
  }

  private Map<String, @Nullable Object> answer(OracleRecord record, Benches benches) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    try {
      fields.put("id", record.id());
      fields.putAll(Question.of(record).answer(benches));
    } catch (Unsupported what) {
      unsupported++;
      fields.put("id", null);
      fields.put("record", record.id());
      fields.put("unsupported", what.getMessage());
    }
    return fields;
  }

  private static String json(Map<String, @Nullable Object> fields) {
    return ConfigValueFactory.fromMap(fields).render(ConfigRenderOptions.concise());
  }
}
