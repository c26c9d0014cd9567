package dev.interleave.sim.conform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code interleave conform FILE}: answers records of a scheduling oracle. */
@Command(
    name = "conform",
    mixinStandardHelpOptions = true,
    description = {
      "Answers scheduling questions whose answers are known, with the simulated dispatcher.",
      "",
      "FILE holds one JSON object a line: an id, a kind (schedule, realtime, bound, analytic), a policy,"
          + " a number of cores, params and tasks. Each record runs as actors on the engine; its"
          + " answer is one line of JSON on standard output, in the order of the file.",
      "A record of a kind or policy that does not exist here gets a line whose id is null, with"
          + " the reason as 'unsupported', and the rest goes on."
    },
    footer = {"", "Example:", "  interleave conform records.jsonl > results.jsonl"},
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every record was answered or reported as unsupported",
      "2:the file is missing or cannot be read",
      "78:a line is no record; nothing was answered"
    })
public final class Conform implements Callable<Integer> {
  private static final int OK = 0;
  private static final int USAGE = 2;
  private static final int BAD_CONFIGURATION = 78;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "records, one a line; - is standard input")
  private String file = "-";

  @Override
  public Integer call() {
    try (BufferedReader lines = open()) {
      return answer(lines);
    } catch (BadLines bad) {
      return failed(BAD_CONFIGURATION, String.valueOf(bad.getMessage()));
    } catch (NoSuchFileException missing) {
      return failed(USAGE, "no such file: " + file);
    } catch (CharacterCodingException binary) {
      return failed(BAD_CONFIGURATION, file + ": not a text in UTF-8");
    } catch (IOException unreadable) {
      return failed(USAGE, "cannot read " + file + ": " + unreadable.getMessage());
    }
  }

  private BufferedReader open() throws IOException {
    return file.equals("-")
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(Path.of(file));
  }

  private int answer(BufferedReader lines) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    int unsupported = new Conformance(out::println).answer(file, lines);
    out.flush();
    if (unsupported > 0) {
      spec.commandLine().getErr().println(file + ": " + unsupported + " records are unsupported");
    }
    return OK;
  }

  private int failed(int status, String why) {
    spec.commandLine().getErr().println(why);
    return status;
  }
}
