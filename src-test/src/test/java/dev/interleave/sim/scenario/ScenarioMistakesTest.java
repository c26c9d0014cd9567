package dev.interleave.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioMistakesTest {

  @TempDir Path folder;

  private Loading load = new Loading(Path.of(""));

  @BeforeEach
  void inTheFolder() {
    load = new Loading(folder);
  }

  @Test
  void allMistakesOfAFileAreToldAtOnce() {
    assertThat(
            load.told(
                """
                # A laboratory.
                policy { type = round-robin, quantom = 4 ms }
                drivers {
                  k { type = lmap }
                  d { type = lamp }
                }
                programs { p { uses = [nobody], steps = [ { ask = d, draw-a-cow {} } ] } }
                """))
        .isEqualTo(
            """
            lab.conf:2: unknown setting 'quantom' of round-robin; did you mean 'quantum'?
                policy { type = round-robin, quantom = 4 ms }
                                             ^^^^^^^
            lab.conf:4: no driver type 'lmap'; did you mean 'lamp'?  (interleave list drivers)
                k { type = lmap }
                           ^^^^
            lab.conf:7: program p may not use d: it is not in its uses = [nobody]
                programs { p { uses = [nobody], steps = [ { ask = d, draw-a-cow {} } ] } }
                                                                  ^
            lab.conf:7: no driver 'nobody' in this scenario (there are: k, d)
            lab.conf: 4 mistakes, nothing was started\
            """);
  }

  @Test
  void anUnknownKeyOfTheFile() {
    assertThat(load.headlines("driver { }\ntitle = x"))
        .containsExactly(
            "lab.conf:1: unknown setting 'driver' of a scenario; did you mean 'drivers'?",
            "lab.conf:2: unknown setting 'title' of a scenario (there are:"
                + " dispatcher, drivers, expect, let, policy, programs, until)");
  }

  @Test
  void anUnknownSettingOfAComponentMayBeOneOfTheKernels() {
    assertThat(load.headlines("drivers { l { type = lamp, priorty = 3, color = red, x = 1 } }"))
        .containsExactly(
            "lab.conf:1: unknown setting 'color' of lamp; did you mean 'colour'?",
            "lab.conf:1: unknown setting 'priorty' of lamp; did you mean 'priority'?",
            "lab.conf:1: unknown setting 'x' of lamp (there are: latency, colour)");
  }

  @Test
  void impossibleValuesOfTheKernelsSettings() {
    assertThat(
            load.headlines(
                """
                dispatcher { type = simulated, cores = -3 }
                until = -1 s
                drivers { l { type = lamp,
                  weight = 0
                } }
                """))
        .containsExactly(
            "lab.conf:1: simulated: cores must be at least 1, not -3",
            "lab.conf:2: until must be a duration such as 4 ms, not -1 s (it cannot be negative)",
            "lab.conf:4: driver l: weight must be at least 1, not 0");
    assertThat(load.headlines("drivers { l { type = lamp, mailbox { capacity = 0 } } }"))
        .containsExactly("lab.conf:1: mailbox of driver l: capacity must be at least 1, not 0");
    assertThat(load.headlines("policy { type = round-robin, quantum = 0 ms }"))
        .containsExactly("lab.conf:1: round-robin: quantum must be more than zero");
  }

  @Test
  void costsNameMessagesOfTheProtocol() {
    assertThat(load.headlines("drivers { l { type = lamp, costs { swich-on = 1 us, x = 5 } } }"))
        .containsExactly(
            "lab.conf:1: x of costs of driver l must be a duration such as 4 ms, not 5"
                + " (it needs a unit: ns, us, ms, s, m, h, d)",
            "lab.conf:1: no message 'swich-on' of l; did you mean 'switch-on'?",
            "lab.conf:1: no message 'x' of l (there are: switch-on)");
  }

  @Test
  void unknownTypesOfEachKind() {
    assertThat(load.headlines("policy { type = edff }\ndispatcher { type = multicor }"))
        .containsExactly(
            "lab.conf:1: no policy type 'edff' (there are: fifo, round-robin, priority, random)"
                + "  (interleave list policies)",
            "lab.conf:2: no dispatcher type 'multicor'; did you mean 'multicore'?"
                + "  (interleave list dispatchers)");
    assertThat(load.headlines("programs { p { type = idle } }"))
        .containsExactly(
            "lab.conf:1: no program type 'idle'; did you mean 'idler'?  (interleave list"
                + " programs)");
  }

  @Test
  void aTypeThatCannotBeUsedIsNamed() {
    assertThat(
            load.headlines(
                """
                drivers {
                  a { type = gone }
                  b { type = wrong }
                  c { type = hidden }
                  d { type = com.acme.Lamp }
                  e { }
                  f { type = [lamp] }
                }
                """))
        .containsExactly(
            "lab.conf:2: there is no class dev.interleave.sim.scenario.Gone on the class path"
                + " (reference.conf of extension)",
            "lab.conf:3: java.lang.String is no driver: it does not implement Driver"
                + " (reference.conf of extension)",
            "lab.conf:4: the type hidden (extension) cannot be used: dev.interleave.sim.scenario.Lamp$Hidden"
                + " is no record and has no public constructor without parameters",
            "lab.conf:5: there is no class com.acme.Lamp on the class path",
            "lab.conf:6: driver e needs a type  (interleave list drivers)",
            "lab.conf:7: type of driver f must be a text, not a list");
  }

  @Test
  void aClassNameIsATypeToo() {
    String type = "\"dev.interleave.sim.scenario.Lamp\"";
    assertThat(load.headlines("drivers { l { type = " + type + ", colour = red } }")).isEmpty();
    assertThat(
            load.headlines(
                "drivers { l { type = \"dev.interleave.sim.scenario.Lamp$Late\", x = 1 } }"))
        .containsExactly("lab.conf:1: unknown setting 'x' of late (there are none)");
  }

  @Test
  void usesNameDriversOfTheScenario() {
    assertThat(
            load.headlines(
                """
                drivers { lamp { type = lamp, uses = [lamp]
                } }
                programs {
                  p { type = idler, uses = [lmap] }
                  q { type = idler, uses = [p]}
                  r { type = idler, uses = lamp }
                }
                """))
        .containsExactly(
            "lab.conf:1: driver lamp cannot use itself",
            "lab.conf:4: no driver 'lmap' in this scenario; did you mean 'lamp'?",
            "lab.conf:5: p is a program: only drivers can be used",
            "lab.conf:6: uses of program r must be a list of names such as [keyboard]");
  }

  @Test
  void driversThatNeedEachOtherToStartAreRefused() {
    assertThat(
            load.headlines(
                """
                drivers {
                  a { type = late, uses = [b] }
                  b { type = late, uses = [c] }
                  c { type = late, uses = [b] }
                }
                """))
        .containsExactly(
            "lab.conf:3: drivers b -> c -> b cannot start: each needs the next one first");
  }

  @Test
  void otherCirclesAreFine() {
    assertThat(
            load.headlines(
                """
                drivers {
                  a { type = late, uses = [b] }
                  b { type = lamp, uses = [a, c] }
                  c { type = lamp, uses = [b] }
                }
                """))
        .isEmpty();
  }

  @Test
  void namesAreLettersDigitsAndFewSigns() {
    assertThat(load.headlines("drivers { \"a b\" { type = lamp }, \"a.b\" { type = lamp } }"))
        .containsExactly(
            "lab.conf:1: the name 'a b' may have letters, digits, - and _ only",
            "lab.conf:1: the name 'a.b' may have letters, digits, - and _ only");
    assertThat(load.headlines("drivers { A-1_b { type = lamp } }")).isEmpty();
  }

  @Test
  void driversAndProgramsShareOneSpaceOfNames() {
    assertThat(load.headlines("drivers { x { type = lamp } }\nprograms { x { type = idler } }"))
        .containsExactly("lab.conf:2: there is a driver x already");
  }

  @Test
  void blocksMustBeBlocks() {
    assertThat(load.headlines("drivers = 3\npolicy = fifo\nprograms { p = 4 }\nexpect = x"))
        .containsExactly(
            "lab.conf:1: drivers must be a block { ... }",
            "lab.conf:2: the policy must be a block { type = ... }",
            "lab.conf:3: program p must be a block { ... }",
            "lab.conf:4: expect must be a list of texts such as [\"drops = 0\"]");
  }

  @Test
  void aProgramNeedsStepsOrAType() {
    assertThat(load.headlines("programs { p { uses = [] } }"))
        .containsExactly(
            "lab.conf:1: program p needs steps = [ ... ] or a type  (interleave list programs)");
    assertThat(load.headlines("programs { p { type = idler, steps = [] } }"))
        .containsExactly(
            "lab.conf:1: program p has a type and steps: only one of them can say what it does");
  }

  @Test
  void overridesAreQuotedAsSuch() {
    String file = "drivers { l { type = lamp } }";
    assertThat(load.told(file, "policy.type=edf", "l.color=red", "lmap.x=1", "oops"))
        .isEqualTo(
            """
            --set policy.type: no policy type 'edf' (there are: fifo, round-robin, priority, random)\
              (interleave list policies)
                policy.type=edf
                            ^^^
            --set l.color: unknown setting 'color' of lamp; did you mean 'colour'?
                drivers.l.color=red
                          ^^^^^
            --set lmap.x: unknown setting 'lmap' of a scenario (there are: dispatcher, drivers,\
             expect, l, let, policy, programs, until)
                lmap.x=1
                ^^^^
            --set oops: it must have the form KEY=VALUE
            lab.conf: 4 mistakes, nothing was started\
            """);
  }

  @Test
  void anOverrideThatIsNoHoconIsToldAlone() {
    assertThat(load.headlines("drivers { l { type = lmap } }", "policy={"))
        .singleElement()
        .asString()
        .startsWith("--set policy: ");
  }

  @Test
  void anEmptyFileIsAMistake() {
    assertThat(load.headlines("")).containsExactly("lab.conf: there is nothing in this scenario");
    assertThat(load.headlines("# only a comment\n")).hasSize(1);
  }
}
