package dev.interleave.testkit;

import dev.interleave.kernel.Part;
import dev.interleave.sim.scenario.Scenario;
import dev.interleave.sim.scenario.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scenario of a test, on the simulated dispatcher with the seed of one run. */
record TestScenario(KernelTest test, long seed) {

  Scenario load(Class<?> testClass) {
    String text = isInline() ? test.value() : "";
    return Scenario.load(
        isInline() ? "-" : file(testClass), sets(), surroundings(testClass.getClassLoader(), text));
  }

  /** Whether the test has the text itself. */
  boolean isInline() {
    return test.value().contains("{");
  }

  /** The class of what {@code part} is made of. */
  static Class<?> classOf(Part part) {
    return part instanceof Part.DriverPart driver
        ? driver.driver().getClass()
        : ((Part.ProgramPart) part).program().getClass();
  }

  /** Where it is found: a resource's path, else as the test names it. */
  String file(Class<?> testClass) {
    URL resource = testClass.getResource(test.value());
    if (resource == null) {
      resource = testClass.getClassLoader().getResource(test.value());
    }
    return resource == null ? test.value() : pathOf(resource);
  }

  private static String pathOf(URL resource) {
    try {
      return Path.of(resource.toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(resource + " is no path", impossible);
    }
  }

  /** What overrides it, each {@code KEY=VALUE}. */
  List<String> sets() {
    List<String> sets = new ArrayList<>();
    sets.add("dispatcher.type=simulated");
    sets.add("dispatcher.seed=" + seed);
    if (test.seeds() > 1) {
      sets.add("policy.type=random");
    }
    sets.addAll(List.of(test.sets()));
    return sets;
  }

  private static Surroundings surroundings(ClassLoader classes, String text) {
    InputStream stdin = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    Surroundings process = Surroundings.ofProcess(classes);
    return new Surroundings(process.home(), classes, process.environment(), stdin);
  }
}
