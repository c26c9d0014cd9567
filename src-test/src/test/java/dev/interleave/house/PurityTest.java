package dev.interleave.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Time and chance come from the context or the bus, and nothing static changes. */
class PurityTest {

  /** Where the wall clock is meant: real time, and what stands in for Pekko's own draws. */
  private static final DescribedPredicate<JavaClass> REAL_TIME =
      simpleName("WallClock")
          .or(simpleName("CpuBurner"))
          .or(simpleName("Pace"))
          .or(simpleName("VirtualSources"))
          .or(simpleName("VirtualRandom"))
          .as("the named classes of real time");

  private static final Set<String> CLOCKS_AND_DICE =
      Set.of(
          "java.lang.System.nanoTime",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.identityHashCode",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current");

  private static final JavaClasses SHIPPED = House.shipped();

  @Test
  void kernelAndDriversReadNoClockAndThrowNoDiceOfTheirOwn() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.interleave.kernel..", "dev.interleave.drivers..")
        .and(are(DescribedPredicate.not(REAL_TIME)))
        .should()
        .accessTargetWhere(outsideTimeOrChance())
        .check(SHIPPED);
  }

  @Test
  void theClassesOfRealTimeAreStillThere() {
    for (String name :
        new String[] {"WallClock", "CpuBurner", "Pace", "VirtualSources", "VirtualRandom"}) {
      assertThat(SHIPPED).anyMatch(it -> it.getSimpleName().equals(name));
    }
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(SHIPPED);
  }

  @Test
  void nothingIsCalledUtils() {
    noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Misc|Common)").check(SHIPPED);
  }

  @Test
  void testsDoNotSleep() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(House.tests());
  }

  private static DescribedPredicate<JavaAccess<?>> outsideTimeOrChance() {
    return DescribedPredicate.describe(
        "the wall clock or chance",
        access -> {
          JavaClass owner = access.getTargetOwner();
          String target = owner.getName() + "." + access.getTarget().getName();
          String signature = access.getTarget().getFullName();
          return CLOCKS_AND_DICE.contains(target)
              || signature.equals("java.util.Collections.shuffle(java.util.List)")
              || (owner.getPackageName().equals("java.time") && target.endsWith(".now"))
              || (owner.isEquivalentTo(java.util.Random.class) && signature.endsWith("<init>()"))
              || owner.isAssignableTo(ThreadLocalRandom.class);
        });
  }
}
