package dev.interleave.sim.cli;

import dev.interleave.sim.plugin.Plugins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where extensions are. */
final class PluginFlags {
  @Option(
      names = "--plugin",
      paramLabel = "PATH",
      description =
          "an extension: a jar, a folder of jars, or the target folder of a build; may be repeated."
              + " Those in the plugins folder of the installation are always there")
  List<Path> places = new ArrayList<>();

  /** The session with every extension. */
  Session extend(Session session) {
    Plugins plugins = plugins(session);
    plugins.mistakes().throwIfAny(Plugins.TITLE);
    return session.with(plugins.classes());
  }

  /** The extensions, right or not. */
  Plugins plugins(Session session) {
    List<Path> all = new ArrayList<>(places);
    session
        .home()
        .map(home -> home.resolve("plugins"))
        .filter(PluginFlags::hasSome)
        .ifPresent(all::add);
    return Plugins.of(all, session.classes());
  }

  /** The installation's own folder may be missing, or wait for its first jar. */
  private static boolean hasSome(Path folder) {
    String[] names = folder.toFile().list();
    return Files.isDirectory(folder) && names != null && names.length > 0;
  }
}
