package dev.interleave.sim.cli;

import dev.interleave.sim.scenario.Surroundings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a command may touch of its process.
 *
 * @param in standard input
 * @param out standard output: data
 * @param err standard error: everything else
 * @param terminals which of the three are terminals
 * @param environment its variables
 * @param home the installation, with {@code config/scenarios}; empty to look for it
 * @param arguments the command line, for saying how to repeat it
 * @param classes sees the components that scenarios can name
 */
record Session(
    InputStream in,
    Output out,
    Output err,
    Terminals terminals,
    Map<String, String> environment,
    Optional<Path> home,
    List<String> arguments,
    ClassLoader classes) {

  private static final String NAME = System.getProperty("interleave.command", "interleave");

  /** That of this process. */
  static Session ofProcess(List<String> arguments) {
    return new Session(
        StandardInput.open(),
        new Output(new FileOutputStream(FileDescriptor.out)),
        new Output(new FileOutputStream(FileDescriptor.err)),
        Terminals.ofProcess(),
        System.getenv(),
        Optional.ofNullable(System.getProperty("interleave.home")).map(Path::of),
        arguments,
        Session.class.getClassLoader());
  }

  /** The same with other classes. */
  Session with(ClassLoader other) {
    return new Session(in, out, err, terminals, environment, home, arguments, other);
  }

  /** What scenarios are loaded in. */
  Surroundings surroundings() {
    Surroundings process = Surroundings.ofProcess(classes);
    return new Surroundings(home.or(process::home), classes, environment, in);
  }

  /** How this program is called. */
  String command() {
    return NAME;
  }

  /** Whether standard output may have colours. */
  boolean colours() {
    return terminals.out()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  /** Whether whoever reads can be expected to show more than ASCII. */
  boolean unicode() {
    return List.of("LC_ALL", "LC_CTYPE", "LANG").stream()
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .filter(Session::isUtf8)
        .isPresent();
  }

  private static boolean isUtf8(String locale) {
    return locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
  }

  /** One line for people, on standard error. */
  void tell(String line) {
    err.print().println(line);
  }
}
