package dev.interleave.sim.scenario;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.config.Binder;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Nearest;
import dev.interleave.kernel.config.Requests;
import dev.interleave.kernel.config.TypedBlock;
import dev.interleave.kernel.config.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the blocks below {@code drivers} or {@code programs}: all that both have in common. */
record ComponentReader(Types types, Mistakes mistakes) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

  /** The components in the order of the file. */
  List<ComponentBlock> read(Kind kind, ConfigObject scenario) {
    List<ComponentBlock> components = new ArrayList<>();
    Optional.ofNullable(scenario.get(kind.plural()))
        .flatMap(value -> block(value, kind.plural()))
        .ifPresent(
            all ->
                mistakes
                    .sources()
                    .inOrder(all)
                    .forEach(
                        (name, value) ->
                            component(kind, name, value, all).ifPresent(components::add)));
    return components;
  }

  /** One that is null has been taken out again, by an override or after an include. */
  private Optional<ComponentBlock> component(
      Kind kind, String name, ConfigValue value, ConfigObject all) {
    if (value.valueType() == ConfigValueType.NULL) {
      return Optional.empty();
    }
    if (!NAME.matcher(name).matches()) {
      mistakes.addKey(all, name, "the name '" + name + "' may have letters, digits, - and _ only");
    }
    return block(value, kind.word() + " " + name).map(block -> component(kind, name, block));
  }

  private ComponentBlock component(Kind kind, String name, ConfigObject block) {
    String owner = kind.word() + " " + name;
    Optional<TypedBlock> typed = typed(kind, block, owner);
    ConfigObject settings = typed.map(TypedBlock::settings).orElse(block);
    Optional<TaskSettings> task = task(settings, owner);
    typed.ifPresent(it -> checkCosts(settings, it, name));
    return new ComponentBlock(kind, name, block, typed, uses(settings, owner), task);
  }

  /** The type; a program of steps needs none. */
  private Optional<TypedBlock> typed(Kind kind, ConfigObject block, String owner) {
    if (kind == Kind.DRIVER || block.containsKey(ScenarioKeys.TYPE)) {
      return types.resolve(kind, block, owner, mistakes);
    }
    if (!block.containsKey(ScenarioKeys.STEPS)) {
      mistakes.add(block, owner + " needs steps = [ ... ] or a type  (interleave list programs)");
    }
    return Optional.empty();
  }

  private Optional<ConfigObject> block(ConfigValue value, String what) {
    if (value instanceof ConfigObject block) {
      return Optional.of(block);
    }
    mistakes.add(value, what + " must be a block { ... }");
    return Optional.empty();
  }

  private Optional<TaskSettings> task(ConfigObject settings, String owner) {
    ConfigObject own = settings;
    for (String key : settings.keySet()) {
      own = ScenarioKeys.TASK.contains(key) ? own : own.withoutKey(key);
    }
    ConfigObject standard = types.reference().getObject("interleave.scenario.task");
    ConfigObject whole = own.withFallback(standard);
    return Binder.bind(TaskSettings.class, whole, owner, mistakes);
  }

  private void checkCosts(ConfigObject settings, TypedBlock typed, String name) {
    if (settings.get("costs") instanceof ConfigObject costs) {
      List<String> messages = Requests.of(typed.type()).messages();
      for (String message : mistakes.sources().inOrder(costs).keySet()) {
        if (!messages.contains(message)) {
          String hint = Nearest.hintOrList(message, messages);
          mistakes.addKey(costs, message, "no message '" + message + "' of " + name + hint);
        }
      }
    }
  }

  private List<ConfigValue> uses(ConfigObject settings, String owner) {
    ConfigValue value = settings.get(ScenarioKeys.USES);
    if (value == null) {
      return List.of();
    }
    if (value instanceof ConfigList list && list.stream().allMatch(ComponentReader::isName)) {
      return list;
    }
    mistakes.add(value, "uses of " + owner + " must be a list of names such as [keyboard]", "uses");
    return List.of();
  }

  private static boolean isName(ConfigValue value) {
    return value.valueType() == ConfigValueType.STRING
        || value.valueType() == ConfigValueType.NUMBER;
  }
}
