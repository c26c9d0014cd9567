package dev.interleave.sim.cli;

import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Nearest;
import dev.interleave.kernel.config.Types;
import dev.interleave.sim.create.NewProject;
import dev.interleave.sim.create.ProjectNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interleave new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a driver, a program or a policy to start from: a project of its own that compiles, is"
          + " tested and runs.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  interleave new driver Lamp",
      "  interleave new policy Lottery --package org.example.lottery --dir ~/extensions"
    })
final class NewCommand implements Callable<Integer> {
  private static final List<Kind> KINDS = List.of(Kind.DRIVER, Kind.PROGRAM, Kind.POLICY);

  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      completionCandidates = Kinds.class,
      description = "driver, program or policy")
  String kind = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "the name of its class, such as Lamp")
  String name = "";

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "where the project's folder goes, which is called NAME (default: here)")
  Path folder = Path.of("");

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "the package of its classes (default: NAME in small letters)")
  @Nullable String packageName;

  NewCommand(Session session) {
    this.session = session;
  }

  /** For completion. */
  static final class Kinds extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Kinds() {
      super(words());
    }
  }

  private static List<String> words() {
    return KINDS.stream().map(Kind::word).toList();
  }

  @Override
  public Integer call() {
    ProjectNames names = names();
    Path project = folder.resolve(name);
    if (Files.exists(project, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageError(project + " exists already: choose another name or another --dir");
    }
    try {
      List<Path> files = project(names).write(project);
      files.forEach(file -> session.out().print().println(project.resolve(file)));
      session.out().print().println("try it:  " + next(project, names));
      return Exit.OK;
    } catch (IOException cannot) {
      session.tell(project + " cannot be written: " + cannot);
      return Exit.FAILED;
    }
  }

  private ProjectNames names() {
    Kind chosen =
        KINDS.stream()
            .filter(it -> it.word().equals(kind))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageError(
                        "cannot make a new '" + kind + "'" + Nearest.hintOrList(kind, words())));
    ProjectNames standard = ProjectNames.of(chosen, name);
    ProjectNames names =
        packageName == null ? standard : new ProjectNames(chosen, name, packageName);
    names.problem().ifPresent(problem -> fail(problem));
    return names;
  }

  private static void fail(String problem) {
    throw new UsageError(problem);
  }

  private NewProject project(ProjectNames names) {
    boolean taken =
        Types.load(session.classes(), new Mistakes())
            .find(names.kind(), names.shortName())
            .isPresent();
    String type = taken ? names.packageName() + "." + names.className() : names.shortName();
    return new NewProject(names, Version.number(), command(), type, repository());
  }

  /** The Maven repository of the distribution, which in a checkout is what was built last. */
  private Optional<Path> repository() {
    return session
        .home()
        .flatMap(
            home ->
                Stream.of(home, home.resolve("dist/target/interleave-" + Version.number()))
                    .map(distribution -> distribution.resolve("repository"))
                    .filter(Files::isDirectory)
                    .findFirst());
  }

  /** As it can be called from the project's folder too. */
  private String command() {
    String command = session.command();
    boolean relative = command.contains("/") && !command.startsWith("/") && !command.contains("'");
    return relative ? Path.of(command).toAbsolutePath().normalize().toString() : command;
  }

  private String next(Path project, ProjectNames names) {
    return Stream.of(
            "cd " + project,
            "mvn -q verify",
            command() + " run " + names.shortName() + ".conf --plugin target")
        .reduce((one, two) -> one + " && " + two)
        .orElse("");
  }
}
