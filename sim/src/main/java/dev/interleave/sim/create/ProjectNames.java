package dev.interleave.sim.create;

import dev.interleave.kernel.config.KebabCase;
import dev.interleave.kernel.config.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What a new project is called.
 *
 * @param kind what it is
 * @param className the name of its class; also of its folder
 * @param packageName the package of its classes
 */
public record ProjectNames(Kind kind, String className, String packageName) {
  private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]*");
  private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

  /** Packages that only Java itself may have. */
  private static final Set<String> JAVA = Set.of("java", "javax");

  /** With the class's own name for its package. */
  public static ProjectNames of(Kind kind, String className) {
    String lower = className.toLowerCase(Locale.ROOT);
    boolean free = SourceVersion.isName(lower) && !JAVA.contains(lower);
    return new ProjectNames(kind, className, free ? lower : lower + kind.word());
  }

  /** Why these cannot be; empty when they can. */
  public Optional<String> problem() {
    return classProblem().or(this::packageProblem);
  }

  private Optional<String> classProblem() {
    if (!CLASS.matcher(className).matches()) {
      return Optional.of(
          "'"
              + className
              + "' is no name for a class: a capital, then letters and digits"
              + hint());
    }
    return taken(className).or(() -> taken(className + "Test"));
  }

  private Optional<String> taken(String name) {
    ProjectFiles files = new ProjectFiles(kind);
    return files.use(name) || files.have(shortName())
        ? Optional.of("'" + className + "' is taken by something in its files: choose another")
        : Optional.empty();
  }

  private String hint() {
    String letters = className.replaceAll("[^A-Za-z0-9]", "").replaceAll("^[0-9]+", "");
    return letters.isEmpty()
        ? ", such as Lamp"
        : "; did you mean '"
            + letters.substring(0, 1).toUpperCase(Locale.ROOT)
            + letters.substring(1)
            + "'?";
  }

  private Optional<String> packageProblem() {
    boolean good =
        PACKAGE.matcher(packageName).matches()
            && SourceVersion.isName(packageName)
            && !JAVA.contains(packageName.split("\\.", 2)[0]);
    return good
        ? Optional.empty()
        : Optional.of("'" + packageName + "' is no name for a package, such as org.example.lamp");
  }

  /** What scenarios call it. */
  public String shortName() {
    return KebabCase.of(className);
  }

  /** The full name of its class. */
  String fullName() {
    return packageName + "." + className;
  }
}
