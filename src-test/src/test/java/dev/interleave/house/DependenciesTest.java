package dev.interleave.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/** Dependencies point one way: kernel, drivers, sim, test kit. */
class DependenciesTest {
  private static final String KERNEL = "dev.interleave.kernel..";
  private static final String DRIVERS = "dev.interleave.drivers..";
  private static final String SIM = "dev.interleave.sim..";
  private static final String KIT = "dev.interleave.testkit..";

  private static final JavaClasses SHIPPED = House.shipped();

  @Test
  void everyModuleIsLookedAt() {
    for (String module : new String[] {"kernel", "drivers", "sim", "testkit"}) {
      assertThat(SHIPPED).anyMatch(it -> it.getName().startsWith("dev.interleave." + module));
    }
  }

  @Test
  void theKernelDependsOnNothingOfOurs() {
    noLeaning(KERNEL, DRIVERS, SIM, KIT);
  }

  @Test
  void driversDependOnTheKernelOnly() {
    noLeaning(DRIVERS, SIM, KIT);
  }

  @Test
  void simDoesNotDependOnTheTestKit() {
    noLeaning(SIM, KIT);
  }

  @Test
  void noTwoPackagesNeedEachOtherNotEvenRoundAbout() {
    slices().matching("dev.interleave.(**)").should().beFreeOfCycles().check(SHIPPED);
  }

  @Test
  void whatAuthorsOfDriversSeeKnowsNoEngineAndNoFile() {
    noLeaning(
        "dev.interleave.kernel",
        "dev.interleave.kernel.dispatch..",
        "dev.interleave.kernel.runtime..",
        "com.typesafe.config..");
  }

  @Test
  void onlyTheDispatchPackageTouchesPekkosDispatchers() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.interleave.kernel.dispatch..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.pekko.dispatch..")
        .check(SHIPPED);
  }

  @Test
  void policiesKnowNothingOfPekkoNorOfTheEngine() {
    noLeaning(
        "dev.interleave.kernel.policy..",
        "org.apache.pekko..",
        "scala..",
        "dev.interleave.kernel.dispatch..");
  }

  private void noLeaning(String from, String... to) {
    noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to)
        .check(SHIPPED);
  }
}
