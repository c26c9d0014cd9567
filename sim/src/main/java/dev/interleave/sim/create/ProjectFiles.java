package dev.interleave.sim.create;

import dev.interleave.kernel.config.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of a project, and which template each is made from.
 *
 * @param kind of the extension
 */
record ProjectFiles(Kind kind) {

  /** Templates by the path of what they become, which has places of its own. */
  Map<String, Template> templates() {
    Map<String, Template> all = new LinkedHashMap<>();
    all.put("pom.xml", Template.of("pom.xml"));
    all.put("src/main/java/{{folder}}/{{Name}}.java", own("Source.java"));
    if (kind == Kind.DRIVER) {
      all.put("src/main/java/{{folder}}/{{Name}}Device.java", own("Device.java"));
    }
    all.put("src/main/resources/reference.conf", own("reference.conf"));
    all.put("src/test/java/{{folder}}/{{Name}}Test.java", own("Test.java"));
    all.put("{{short}}.conf", own("scenario.conf"));
    return all;
  }

  private Template own(String name) {
    return Template.of(kind.word() + "/" + name);
  }

  /** Whether a class of that name would hide one that the sources use. */
  boolean use(String className) {
    return templates().entrySet().stream()
        .anyMatch(it -> it.getKey().endsWith(".java") && it.getValue().uses(className));
  }

  /** Whether the scenario has a component of that name already. */
  boolean have(String component) {
    return own("scenario.conf").text().contains("\n  " + component + " {");
  }
}
