package dev.interleave.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever ships is used: by what ships or, when it is for others to call, by a test. */
class UsedTest {
  /** What others call by name: the JVM, Pekko's configuration, the changed classes, JUnit. */
  private static final Set<String> BY_NAME =
      Set.of(
          "Main",
          "ScenarioTrace",
          "LogSetup",
          "RefusedDispatcher",
          "EngineFuture",
          "PipedFutures",
          "BalancingConfigurator",
          "ClassicProbe",
          "ClassicProbeQueue",
          "OrderedBindings",
          "OrderedListeners",
          "OrderedSet",
          "OrderedSets",
          "OrderedTasks",
          "ProbeQueue",
          "ProbeTime",
          "VirtualShuffle",
          "VirtualSources",
          "BeforeAllTests");

  @Test
  void everyTypeIsNamedByAnother() {
    Set<String> named = new TreeSet<>();
    House.all().stream()
        .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
        .filter(it -> !file(it.getOriginClass()).equals(file(it.getTargetClass())))
        .forEach(it -> named.add(file(it.getTargetClass())));
    assertThat(ofOurs(JavaClass::isTopLevelClass))
        .hasSizeGreaterThan(400)
        .filteredOn(it -> !named.contains(file(it)))
        .allSatisfy(it -> assertThat(hasOnlyConstants(it)).as(it.getName()).isTrue());
  }

  @Test
  void everyMethodIsCalled() {
    assertThat(ofOurs(it -> true).flatMap(it -> it.getMethods().stream()))
        .hasSizeGreaterThan(2000)
        .filteredOn(UsedTest::isOurs)
        .filteredOn(it -> it.getAccessesToSelf().isEmpty() && it.getReferencesToSelf().isEmpty())
        .isEmpty();
  }

  @Test
  void everyFieldIsRead() {
    assertThat(ofOurs(it -> true).flatMap(it -> it.getFields().stream()))
        .filteredOn(it -> !isConstant(it) && !it.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filteredOn(it -> it.getAccessesToSelf().stream().noneMatch(UsedTest::reads))
        .isEmpty();
  }

  private static Stream<JavaClass> ofOurs(Predicate<JavaClass> which) {
    return House.shipped().stream()
        .filter(it -> !it.getSimpleName().equals("package-info"))
        .filter(it -> !BY_NAME.contains(it.getSimpleName()))
        .filter(which);
  }

  /** Written by us, and not in place of a method of another type. */
  private static boolean isOurs(JavaMethod method) {
    JavaClass owner = method.getOwner();
    boolean made =
        method.getModifiers().contains(JavaModifier.SYNTHETIC)
            || (owner.isEnum() && Set.of("values", "valueOf").contains(method.getName()))
            || (owner.isRecord() && method.getRawParameterTypes().isEmpty());
    boolean test =
        method.getAnnotations().stream()
            .anyMatch(it -> it.getRawType().getPackageName().startsWith("org.junit"));
    return !made && !test && !overrides(method);
  }

  private static boolean overrides(JavaMethod method) {
    JavaClass owner = method.getOwner();
    return Stream.concat(
            owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
        .flatMap(it -> it.getMethods().stream())
        .anyMatch(
            it ->
                it.getName().equals(method.getName())
                    && it.getRawParameterTypes().size() == method.getRawParameterTypes().size());
  }

  /** The compiler copies what such a class says; nobody names it afterwards. */
  private static boolean hasOnlyConstants(JavaClass type) {
    return type.getMethods().isEmpty() && type.getFields().stream().allMatch(UsedTest::isConstant);
  }

  /** May have been copied by the compiler to where it is used. */
  private static boolean isConstant(JavaField field) {
    return field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL))
        && (field.getRawType().isPrimitive() || field.getRawType().isEquivalentTo(String.class));
  }

  private static boolean reads(JavaAccess<?> access) {
    return access instanceof JavaFieldAccess it && it.getAccessType() == AccessType.GET;
  }

  private static String file(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    int inner = name.indexOf('$');
    return inner < 0 ? name : name.substring(0, inner);
  }
}
