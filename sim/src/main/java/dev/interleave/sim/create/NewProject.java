package dev.interleave.sim.create;

import dev.interleave.kernel.config.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project to be written.
 *
 * @param names what it is called
 * @param version of interleave
 * @param command how its user calls interleave
 * @param typeName what scenarios call its type: its short name, or its class where that is taken
 * @param repository the Maven repository that interleave comes with, if it does
 */
public record NewProject(
    ProjectNames names,
    String version,
    String command,
    String typeName,
    Optional<Path> repository) {

  /**
   * Writes all files.
   *
   * @param folder the project's own; must not exist
   * @return the files, relative to the folder, in the order in which to read them
   */
  public List<Path> write(Path folder) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Files.createDirectory(folder);
    Map<String, String> values = values();
    List<Path> written = new ArrayList<>();
    for (var file : new ProjectFiles(names.kind()).templates().entrySet()) {
      Path path = Path.of(new Template(file.getKey()).fill(values));
      write(folder.resolve(path), file.getValue().fill(values));
      written.add(path);
    }
    return written;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    values.put("Name", names.className());
    values.put("short", names.shortName());
    values.put("type", typeName);
    values.put("package", names.packageName());
    values.put("folder", names.packageName().replace('.', '/'));
    values.put("version", version);
    values.put("command", command);
    values.put(
        "library", names.kind() == Kind.PROGRAM ? "interleave-drivers" : "interleave-kernel");
    values.put("repository", repository.map(NewProject::element).orElse(""));
    return values;
  }

  private static String element(Path repository) {
    String url = repository.toAbsolutePath().normalize().toUri().toString().replace("&", "&amp;");
    String text = Template.of("repository.xml").fill(Map.of("repository", url));
    return text.replaceFirst("\n$", "");
  }
}
