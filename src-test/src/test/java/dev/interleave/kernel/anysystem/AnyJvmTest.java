package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.testkit.jvm.FreshJvm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyJvmTest {
  private static final Map<FreshJvm, List<String>> LINES = new LinkedHashMap<>();

  @BeforeAll
  static void runAllProgramsInFreshJvms() {
    FreshJvm.several(3).forEach(jvm -> LINES.put(jvm, jvm.run(Programs.class, "2")));
  }

  static Set<String> programs() {
    return Programs.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void givesTheSameDigestInAnyJvm(String program) {
    List<String> first = of(program, LINES.values().iterator().next());
    assertThat(first).hasSize(2).allMatch(line -> line.contains(" FINISHED "));
    LINES.forEach((jvm, lines) -> assertThat(of(program, lines)).as("%s", jvm).isEqualTo(first));
  }

  private static List<String> of(String program, List<String> lines) {
    return lines.stream().filter(line -> line.startsWith(program + " ")).toList();
  }

  @Test
  void anotherSeedGivesAnotherDigest() {
    List<String> tell = of("tell", LINES.values().iterator().next());
    assertThat(tell.get(0).split(" ")[2]).isNotEqualTo(tell.get(1).split(" ")[2]);
  }
}
