package dev.interleave.sim.scenario;

import dev.interleave.sim.program.ArrivalKeys;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The keys that mean something to the kernel, in a file and in the block of a component. */
final class ScenarioKeys {

  static final String DISPATCHER = "dispatcher";
  static final String POLICY = "policy";
  static final String UNTIL = "until";
  static final String DRIVERS = "drivers";
  static final String PROGRAMS = "programs";
  static final String EXPECT = "expect";
  static final String LET = "let";

  /** At the top of a file. */
  static final Set<String> TOP =
      union(Set.of(DISPATCHER, POLICY, UNTIL, DRIVERS, PROGRAMS, EXPECT, LET));

  static final String TYPE = "type";
  static final String USES = "uses";

  /** How the kernel treats a component as a task. */
  static final Set<String> TASK =
      Set.of("priority", "weight", "deadline", "mailbox", "costs", "restart");

  /** Beside the settings of any component. */
  static final Set<String> COMPONENT = union(TASK, Set.of(TYPE, USES));

  static final String STEPS = "steps";

  /** Beside the settings of a program that has a type; what steps mean there is told apart. */
  static final Set<String> TYPED_PROGRAM = union(COMPONENT, ArrivalKeys.KEYS, Set.of(STEPS));

  /** All that a program of steps may have. */
  static final Set<String> PROGRAM = union(TYPED_PROGRAM, Set.of("repeat"));

  private ScenarioKeys() {}

  /** Sorted, as people are told of them. */
  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    Set<String> union = new TreeSet<>();
    for (Set<String> set : sets) {
      union.addAll(set);
    }
    return Collections.unmodifiableSet(union);
  }
}
