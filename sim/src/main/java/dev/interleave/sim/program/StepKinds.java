package dev.interleave.sim.program;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.config.Binder;
import dev.interleave.kernel.config.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every kind of step, by the key that names it. */
final class StepKinds {

  private record Weight(@Range(min = 1, max = 1e9) long weight) {}

  private final StepReader reader;
  private final StepBlock blocks;
  private final StepNames names;

  StepKinds(StepReader reader, StepBlock blocks, StepNames names) {
    this.reader = reader;
    this.blocks = blocks;
    this.names = names;
  }

  /** In the order in which people are told of them. */
  Map<String, StepKind> all() {
    Map<String, StepKind> kinds = new LinkedHashMap<>();
    kinds.put("compute", this::compute);
    kinds.put("sleep", this::sleep);
    kinds.put("ask", (block, value) -> blocks.request("ask", block, value, Step.Ask::new));
    kinds.put("tell", (block, value) -> blocks.request("tell", block, value, Step.Tell::new));
    kinds.put("yield", (block, value) -> flag("yield", block, value, new Step.Yield()));
    kinds.put("repeat", this::repeat);
    kinds.put("choose", this::choose);
    kinds.put("fork", this::fork);
    kinds.put("join", this::join);
    kinds.put("lock", this::lock);
    kinds.put("unlock", this::unlock);
    kinds.put("exit", (block, value) -> flag("exit", block, value, new Step.Exit()));
    return kinds;
  }

  private Optional<Step> compute(ConfigObject block, ConfigValue value) {
    return blocks.only(Duration.class, "compute", block, value).map(Step.Compute::new);
  }

  private Optional<Step> sleep(ConfigObject block, ConfigValue value) {
    return blocks.only(Duration.class, "sleep", block, value).map(Step.Sleep::new);
  }

  private Optional<Step> flag(String kind, ConfigObject block, ConfigValue value, Step step) {
    return blocks.only(Boolean.class, kind, block, value).filter(on -> on).map(on -> step);
  }

  private Optional<Step> repeat(ConfigObject block, ConfigValue value) {
    blocks.refuseOthers("repeat", block, Set.of("repeat", "steps"));
    long times = Times.read(block, blocks.scope().owner(), blocks.mistakes());
    return blocks
        .list("repeat", block)
        .map(list -> new Step.Repeat(times, reader.steps(list, "repeat")));
  }

  private Optional<Step> choose(ConfigObject block, ConfigValue value) {
    blocks.refuseOthers("choose", block, Set.of("choose"));
    List<Step.Alternative> alternatives = new ArrayList<>();
    if (value instanceof ConfigList list && !list.isEmpty()) {
      list.forEach(each -> alternative(each).ifPresent(alternatives::add));
    } else {
      blocks.mistakes().add(value, "choose must be a list of { weight, steps }", "choose");
    }
    return alternatives.isEmpty() ? Optional.empty() : Optional.of(new Step.Choose(alternatives));
  }

  private Optional<Step.Alternative> alternative(ConfigValue value) {
    if (value instanceof ConfigObject block) {
      blocks.refuseOthers("choose", block, Set.of("weight", "steps"));
      long weight = weight(block);
      return blocks
          .list("choose", block)
          .map(list -> new Step.Alternative(weight, reader.stepsOrNone(list, "choose")));
    }
    blocks.mistakes().add(value, "an alternative of choose must be a block { weight, steps }");
    return Optional.empty();
  }

  private long weight(ConfigObject block) {
    return block.containsKey("weight")
        ? Binder.bind(Weight.class, block.withOnlyKey("weight"), "choose", blocks.mistakes())
            .map(Weight::weight)
            .orElse(1L)
        : 1;
  }

  private Optional<Step> fork(ConfigObject block, ConfigValue value) {
    blocks.refuseOthers("fork", block, Set.of("fork", "steps"));
    Optional<String> name = blocks.name("fork", value);
    name.ifPresent(names::fork);
    Optional<List<Step>> steps =
        blocks.list("fork", block).map(list -> reader.forked(list, "fork " + name.orElse("")));
    return name.flatMap(it -> steps.map(all -> new Step.Fork(it, all)));
  }

  private Optional<Step> join(ConfigObject block, ConfigValue value) {
    blocks.refuseOthers("join", block, Set.of("join"));
    Optional<String> name = blocks.name("join", value);
    name.ifPresent(it -> names.join(it, value));
    return name.map(Step.Join::new);
  }

  private Optional<Step> lock(ConfigObject block, ConfigValue value) {
    blocks.refuseOthers("lock", block, Set.of("lock"));
    Optional<String> name = blocks.name("lock", value);
    name.ifPresent(names::lock);
    return name.map(Step.Lock::new);
  }

  private Optional<Step> unlock(ConfigObject block, ConfigValue value) {
    blocks.refuseOthers("unlock", block, Set.of("unlock"));
    Optional<String> name = blocks.name("unlock", value);
    name.ifPresent(it -> names.unlock(it, value));
    return name.map(Step.Unlock::new);
  }
}
