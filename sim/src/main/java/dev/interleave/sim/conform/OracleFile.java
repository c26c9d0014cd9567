package dev.interleave.sim.conform;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads records, one a line; blank lines are none. */
final class OracleFile {
  private final String name;
  private final List<OracleRecord> records = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();

  private OracleFile(String name) {
    this.name = name;
  }

  /**
   * All records of a file.
   *
   * @param name what mistakes call the file
   * @throws BadLines when any line is no record: all of them at once
   */
  static List<OracleRecord> read(String name, BufferedReader lines) throws IOException {
    OracleFile file = new OracleFile(name);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      file.line(++number, line);
    }
    if (!file.mistakes.isEmpty()) {
      throw new BadLines(file.mistakes);
    }
    return file.records;
  }

  private void line(int number, String line) {
    try {
      if (!line.isBlank()) {
        records.add(checked(OracleRecord.of(JsonFields.parse(line))));
      }
    } catch (BadRecord bad) {
      mistakes.add(name + ":" + number + ": " + bad.getMessage());
    }
  }

  /** A record whose kind is known is read to its last field before anything is run. */
  private static OracleRecord checked(OracleRecord record) {
    try {
      Question.of(record);
    } catch (Unsupported later) {
      return record;
    }
    return record;
  }
}
