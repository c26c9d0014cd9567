package dev.interleave.sim.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One command, run in this process away from any terminal.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Cli(int code, String out, String err) {
  static final Map<String, String> ENVIRONMENT = Map.of("LANG", "C.UTF-8", "TERM", "dumb");

  /** Away from any terminal, with an empty input. */
  public static Cli run(String... arguments) {
    return typing("", arguments);
  }

  /** With {@code text} at its standard input. */
  public static Cli piping(String text, String... arguments) {
    return typing(text, arguments);
  }

  static Cli typing(String keys, String... arguments) {
    byte[] typed = keys.getBytes(StandardCharsets.UTF_8);
    return over(new ByteArrayInputStream(typed), new ByteArrayOutputStream(), arguments);
  }

  static Cli over(InputStream in, OutputStream out, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = CommandLines.execute(session(in, out, err, arguments));
    return new Cli(code, textOf(out), err.toString(StandardCharsets.UTF_8));
  }

  /** With those variables in its environment besides. */
  static Cli with(Map<String, String> variables, String... arguments) {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.putAll(variables);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Session plain = session(InputStream.nullInputStream(), out, err, arguments);
    int code =
        CommandLines.execute(
            new Session(
                plain.in(),
                plain.out(),
                plain.err(),
                plain.terminals(),
                environment,
                plain.home(),
                plain.arguments(),
                plain.classes()));
    return new Cli(code, textOf(out), textOf(err));
  }

  private static String textOf(OutputStream out) {
    return out instanceof ByteArrayOutputStream bytes
        ? bytes.toString(StandardCharsets.UTF_8)
        : out.toString();
  }

  /** As a person at a terminal sees it, with both outputs in {@code out}. */
  public static Cli together(String keys, List<String> arguments) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    InputStream typed = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
    Session session = session(typed, both, both, arguments.toArray(String[]::new));
    int code = CommandLines.execute(session);
    return new Cli(code, both.toString(StandardCharsets.UTF_8), "");
  }

  static Session session(InputStream in, OutputStream out, OutputStream err, String... arguments) {
    return new Session(
        in,
        new Output(out),
        new Output(err),
        Terminals.NONE,
        ENVIRONMENT,
        Optional.empty(),
        List.of(arguments),
        Cli.class.getClassLoader());
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
