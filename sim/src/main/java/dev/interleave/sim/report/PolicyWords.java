package dev.interleave.sim.report;

import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Types;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.sim.metric.Amounts;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Policies in words. */
public final class PolicyWords {

  private PolicyWords() {}

  /** The short name, or the class when it has none. */
  public static String name(Policy policy, Types types) {
    return types
        .find(Kind.POLICY, policy.getClass().getName())
        .map(it -> it.name())
        .orElseGet(() -> policy.getClass().getName());
  }

  /** With its durations: {@code round-robin 4 ms}. */
  public static String title(Policy policy, Types types) {
    String settings =
        policy.getClass().isRecord()
            ? Arrays.stream(policy.getClass().getRecordComponents())
                .filter(it -> it.getType() == Duration.class)
                .map(it -> " " + Amounts.duration(value(it, policy)))
                .collect(Collectors.joining())
            : "";
    return name(policy, types) + settings.replace(" 0 ns", "");
  }

  private static Duration value(RecordComponent component, Policy policy) {
    try {
      return (Duration) component.getAccessor().invoke(policy);
    } catch (ReflectiveOperationException hidden) {
      return Duration.ZERO;
    }
  }
}
