package dev.interleave.sim.cli;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;

/** Joins picocli to our commands. */
final class CommandLines {

  private CommandLines() {}

  /** Runs the command of {@code session}'s arguments; its exit code. */
  static int execute(Session session) {
    CommandLine line = of(session);
    int code = line.execute(session.arguments().toArray(String[]::new));
    line.getOut().flush();
    return ending(session, code);
  }

  /** The whole command line; also for completion and documentation. */
  static CommandLine of(Session session) {
    CommandLine line = new CommandLine(Interleave.class, factory(session));
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
    Failures failures = new Failures(session);
    line.setOut(writer(session.out()))
        .setErr(writer(session.err()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(session.colours() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setUsageHelpLongOptionsMaxWidth(28)
        .setUsageHelpWidth(90);
    return line;
  }

  private static PrintWriter writer(Output output) {
    return new PrintWriter(output, true, StandardCharsets.UTF_8);
  }

  /** Commands get the session that they ask for. */
  private static IFactory factory(Session session) {
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        try {
          return type.getDeclaredConstructor(Session.class).newInstance(session);
        } catch (NoSuchMethodException without) {
          return CommandLine.defaultFactory().create(type);
        } catch (InvocationTargetException refused) {
          throw new IllegalStateException(refused.getCause());
        }
      }
    };
  }

  /** A reader that went away is no failure; anything else that was not written is one. */
  private static int ending(Session session, int code) {
    session.out().flush();
    if (session.out().closedByReader()) {
      return Exit.OK;
    }
    return session
        .out()
        .failure()
        .map(
            why -> {
              session.tell(session.command() + ": cannot write standard output: " + why);
              return Exit.FAILED;
            })
        .orElse(code);
  }
}
