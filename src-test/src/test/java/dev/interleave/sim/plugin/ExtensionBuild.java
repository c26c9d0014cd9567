package dev.interleave.sim.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * An extension that a test makes: sources and a {@code reference.conf}, compiled against the class
 * path of the tests.
 *
 * @param folder the project; its classes go to {@code target/classes}
 */
public record ExtensionBuild(Path folder) {

  /** Adds a file. */
  public ExtensionBuild file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A driver that does nothing, of the class {@code ext.<name>}. */
  public ExtensionBuild driver(String name, String constructor) {
    return file(
        "src/main/java/ext/" + name + ".java",
        """
        package ext;
        import dev.interleave.kernel.*;
        import org.apache.pekko.actor.typed.*;
        import org.apache.pekko.actor.typed.javadsl.Behaviors;
        public record NAME(String text) implements Driver<NAME.Message> {
          CONSTRUCTOR
          public sealed interface Message {}
          public record Say() implements Message {}
          public Behavior<Message> start(DriverContext<Message> context) {
            return Behaviors.receive(Message.class)
                .onMessage(Say.class, say -> {
                  context.publish("said", text);
                  return Behaviors.same();
                })
                .build();
          }
        }
        """
            .replace("CONSTRUCTOR", constructor)
            .replace("NAME", name));
  }

  /** The definition of a driver type. */
  public ExtensionBuild reference(String shortName, String className) {
    return file(
        "src/main/resources/reference.conf",
        """
        interleave.drivers.%s {
          class = %s
          summary = "Says what it is told to."
          defaults { text = hello }
          metrics { said { kind = text, unit = text, meaning = "what it said" } }
        }
        """
            .formatted(shortName, className));
  }

  /** Compiles everything; the folder {@code target}. */
  public Path compile() {
    Path classes = folder.resolve("target/classes");
    try {
      Files.createDirectories(classes);
      compileTo(classes);
      copyResources(classes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return folder.resolve("target");
  }

  private void compileTo(Path classes) throws IOException {
    List<String> sources = sources();
    if (!sources.isEmpty()) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      List<String> options = List.of("-proc:none", "-d", classes.toString(), "-cp", classPath());
      String[] arguments = Stream.concat(options.stream(), sources.stream()).toArray(String[]::new);
      int code = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments);
      assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private List<String> sources() throws IOException {
    Path sources = folder.resolve("src/main/java");
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(sources)) {
      return all.filter(it -> it.toString().endsWith(".java")).map(Path::toString).toList();
    }
  }

  private void copyResources(Path classes) throws IOException {
    Path reference = folder.resolve("src/main/resources/reference.conf");
    if (Files.exists(reference)) {
      Files.writeString(classes.resolve("reference.conf"), Files.readString(reference));
    }
  }

  /** Compiles everything into a jar. */
  public Path jar(Path jar) {
    Path classes = compile().resolve("classes");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> all = Files.walk(classes)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        entries.write(Files.readAllBytes(file));
      }
      return jar;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
