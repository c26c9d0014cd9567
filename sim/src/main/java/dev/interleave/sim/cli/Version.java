package dev.interleave.sim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which interleave this is. */
final class Version implements IVersionProvider {
  private static final String RESOURCE =
      "/META-INF/maven/dev.interleave/interleave-sim/pom.properties";

  @Override
  public String[] getVersion() {
    String java = System.getProperty("java.version") + " (" + System.getProperty("java.vendor");
    return new String[] {"interleave " + number(), "Java " + java + ")"};
  }

  /** {@code 0.1.0}; {@code (not packaged)} when it runs from a build's classes. */
  static String number() {
    Properties properties = new Properties();
    try (InputStream resource = Version.class.getResourceAsStream(RESOURCE)) {
      if (resource != null) {
        properties.load(resource);
      }
    } catch (IOException unreadable) {
      properties.clear();
    }
    return properties.getProperty("version", "(not packaged)");
  }
}
