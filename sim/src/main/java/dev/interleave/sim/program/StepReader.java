package dev.interleave.sim.program;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the steps of one task. */
final class StepReader {

  private final StepScope scope;
  private final Mistakes mistakes;
  private final StepNames names = new StepNames();
  private final Map<String, StepKind> kinds;

  StepReader(StepScope scope, Mistakes mistakes) {
    this.scope = scope;
    this.mistakes = mistakes;
    StepBlock blocks = new StepBlock(scope, mistakes);
    this.kinds = new StepKinds(this, blocks, names).all();
  }

  /** All steps of the task. */
  List<Step> task(ConfigValue list, String owner) {
    List<Step> steps = steps(list, owner);
    names.check(mistakes);
    return steps;
  }

  /** The steps of a task that this one forks. */
  List<Step> forked(ConfigValue list, String owner) {
    return new StepReader(scope, mistakes).task(list, owner);
  }

  /** At least one step, as a part of this task. */
  List<Step> steps(ConfigValue list, String owner) {
    if (list instanceof ConfigList all && all.isEmpty()) {
      mistakes.add(list, owner + " needs at least one step", "steps");
    }
    return stepsOrNone(list, owner);
  }

  /** Steps as a part of this task. */
  List<Step> stepsOrNone(ConfigValue list, String owner) {
    List<Step> steps = new ArrayList<>();
    if (list instanceof ConfigList all) {
      all.forEach(value -> step(value).ifPresent(steps::add));
    } else {
      mistakes.add(list, "steps of " + owner + " must be a list [ ... ]", "steps");
    }
    return List.copyOf(steps);
  }

  private Optional<Step> step(ConfigValue value) {
    if (value instanceof ConfigObject block) {
      return step(block);
    }
    if (value.valueType() == ConfigValueType.STRING) {
      return step(bare(value));
    }
    mistakes.add(value, "a step of " + scope.owner() + " must be a block such as { sleep = 1 ms }");
    return Optional.empty();
  }

  /** The bare word {@code yield} for {@code { yield = on }}. */
  private static ConfigObject bare(ConfigValue word) {
    ConfigValue on = ConfigValueFactory.fromAnyRef(true).withOrigin(word.origin());
    return ConfigValueFactory.fromMap(Map.of((String) word.unwrapped(), on))
        .withOrigin(word.origin());
  }

  private Optional<Step> step(ConfigObject block) {
    List<String> keys = List.copyOf(mistakes.sources().inOrder(block).keySet());
    List<String> found = keys.stream().filter(kinds::containsKey).toList();
    if (found.size() == 1) {
      ConfigValue value = Objects.requireNonNull(block.get(found.get(0)));
      return Objects.requireNonNull(kinds.get(found.get(0))).read(block, value);
    }
    wrong(block, keys, found);
    return Optional.empty();
  }

  private void wrong(ConfigObject block, List<String> keys, List<String> found) {
    if (found.size() > 1) {
      String all = String.join(" and ", found);
      mistakes.addKey(block, found.get(1), "a step does one thing, and this one has " + all);
    } else if (keys.isEmpty()) {
      mistakes.add(block, "an empty step" + Nearest.hintOrList("", kinds.keySet()));
    } else {
      String hint = Nearest.hintOrList(keys.get(0), kinds.keySet());
      mistakes.addKey(block, keys.get(0), "no step '" + keys.get(0) + "'" + hint);
    }
  }
}
