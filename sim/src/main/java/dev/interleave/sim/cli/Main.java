package dev.interleave.sim.cli;

import java.util.List;

/** Where the process begins. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Session session = Session.ofProcess(List.of(arguments));
    System.exit(CommandLines.execute(session));
  }
}
