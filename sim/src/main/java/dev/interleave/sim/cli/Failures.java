package dev.interleave.sim.cli;

import dev.interleave.kernel.config.MistakesFound;
import dev.interleave.kernel.config.Nearest;
import dev.interleave.kernel.config.UnreadableFile;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into words and an exit code. */
record Failures(Session session) implements IParameterExceptionHandler, IExecutionExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    session.tell(words(wrong));
    session.tell("(" + command.replaceFirst("^\\S+", session.command()) + " --help)");
    return Exit.USAGE;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine line, ParseResult result) {
    if (thrown instanceof MistakesFound mistakes) {
      return failed(mistakes, Exit.BAD_CONFIGURATION);
    }
    if (thrown instanceof UsageError || thrown instanceof UnreadableFile) {
      return failed(thrown, Exit.USAGE);
    }
    return bug(thrown);
  }

  private int failed(Exception why, int code) {
    session.tell(String.valueOf(why.getMessage()));
    return code;
  }

  /** A mistake of ours: the trace helps whoever reports it. */
  private int bug(Exception thrown) {
    session.tell(session.command() + ": this is a bug, please report it: " + thrown);
    thrown.printStackTrace(session.err().print());
    session.tell(new Replay(session).line());
    return Exit.FAILED;
  }

  private static String words(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().get(0), wrong.getCommandLine());
    }
    String message =
        String.valueOf(wrong.getMessage())
            .replace(" is not a long", " is not a whole number of 64 bits")
            .replaceFirst(
                "('-\\d+') is not an int", "$1 is too small: the least is " + Integer.MIN_VALUE)
            .replaceFirst(
                "('\\+?\\d+') is not an int", "$1 is too large: the most is " + Integer.MAX_VALUE)
            .replace(" is not an int", " is not a whole number")
            .replace(" is not a double", " is not a number");
    return Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }

  private static String unknown(String word, CommandLine line) {
    boolean flag = word.startsWith("-") && word.length() > 1;
    if (flag) {
      return "no such flag: " + word + Nearest.hint(word, flags(line));
    }
    boolean command = !line.getSubcommands().isEmpty();
    return command
        ? "no such command: " + word + Nearest.hintOrList(word, line.getSubcommands().keySet())
        : "one argument too many: " + word;
  }

  private static List<String> flags(CommandLine line) {
    List<String> flags = new ArrayList<>();
    line.getCommandSpec().options().forEach(option -> flags.addAll(List.of(option.names())));
    flags.removeIf(flag -> !flag.startsWith("--"));
    return flags;
  }
}
