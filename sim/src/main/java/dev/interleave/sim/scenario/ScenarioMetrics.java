package dev.interleave.sim.scenario;

import dev.interleave.kernel.config.Definition;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.MetricDefinition;
import dev.interleave.kernel.config.TypedBlock;
import dev.interleave.kernel.config.Types;
import dev.interleave.sim.metric.MetricCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the components of a scenario declare that they measure. */
record ScenarioMetrics(Types types) {

  MetricCatalog of(List<ComponentBlock> blocks) {
    Map<String, Optional<List<MetricDefinition>>> components = new LinkedHashMap<>();
    blocks.forEach(block -> components.put(block.name(), definition(block)));
    return MetricCatalog.of(components);
  }

  private Optional<List<MetricDefinition>> definition(ComponentBlock block) {
    Optional<Definition> definition =
        block.block().containsKey(ScenarioKeys.TYPE)
            ? block.typed().flatMap(TypedBlock::definition)
            : types.find(Kind.PROGRAM, ScenarioKeys.STEPS);
    return definition.map(Definition::metrics);
  }
}
