package dev.interleave.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.interleave.testkit.check.ClocksAndDice;
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
          .or(simpleName("ProbeTime"))
          .as("the named classes of real time");

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
        new String[] {
          "WallClock", "CpuBurner", "Pace", "VirtualSources", "VirtualRandom", "ProbeTime"
        }) {
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
          String name = access.getTarget().getName();
          return ClocksAndDice.has(owner.getName(), name, parameters(access.getTarget()))
              || owner.isAssignableTo(ThreadLocalRandom.class);
        });
  }

  private static int parameters(AccessTarget target) {
    return target instanceof CodeUnitCallTarget call ? call.getRawParameterTypes().size() : 0;
  }
}
