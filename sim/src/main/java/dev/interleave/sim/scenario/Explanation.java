package dev.interleave.sim.scenario;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.interleave.kernel.config.Definition;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Place;
import dev.interleave.kernel.config.TypedBlock;
import dev.interleave.kernel.config.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every setting that a scenario without mistakes has, defaults included. Not threadsafe.
 *
 * <p>The lines are a scenario file again, which runs the same.
 */
final class Explanation {

  /** A text that needs no quotes: a word or several, or a number, with a unit or not. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?!(true|false|null)$)[A-Za-z][\\w .%-]*(?<! )|\\d+(\\.\\d+)? ?[A-Za-z%]+"
              + "|-?(0|[1-9]\\d*)");

  private final Types types;
  private final Mistakes mistakes;
  private final List<Setting> settings = new ArrayList<>();

  Explanation(Types types, Mistakes mistakes) {
    this.types = types;
    this.mistakes = mistakes;
  }

  List<Setting> of(ConfigObject scenario) {
    Selection selection = new Selection(types, mistakes);
    for (Kind kind : List.of(Kind.DISPATCHER, Kind.POLICY)) {
      selection.settings(kind, scenario).ifPresent(it -> add(kind.word(), it));
    }
    add(ScenarioKeys.UNTIL, scenario.get(ScenarioKeys.UNTIL));
    components(Kind.DRIVER, scenario);
    components(Kind.PROGRAM, scenario);
    add(ScenarioKeys.EXPECT, scenario.get(ScenarioKeys.EXPECT));
    return settings;
  }

  private void components(Kind kind, ConfigObject scenario) {
    for (ComponentBlock block : new ComponentReader(types, mistakes).read(kind, scenario)) {
      ConfigObject whole =
          block
              .typed()
              .map(TypedBlock::settings)
              .orElseGet(() -> block.block().withFallback(ofSteps()))
              .withFallback(types.reference().getObject("interleave.scenario.task"));
      add(kind.plural() + "." + ConfigUtil.joinPath(block.name()), whole);
    }
  }

  /** The defaults of a program that needs no type. */
  private ConfigObject ofSteps() {
    return types.find(Kind.PROGRAM, ScenarioKeys.STEPS).map(Definition::defaults).orElseThrow();
  }

  private void add(String path, @Nullable ConfigValue value) {
    if (value instanceof ConfigObject block) {
      for (Map.Entry<String, ConfigValue> entry : mistakes.sources().inOrder(block).entrySet()) {
        add(path + "." + ConfigUtil.joinPath(entry.getKey()), entry.getValue());
      }
    } else if (value != null) {
      settings.add(new Setting(path, text(value), where(value.origin())));
    }
  }

  private String where(ConfigOrigin origin) {
    Optional<Place> place = mistakes.sources().find(origin);
    return place.map(Place::where).orElse(origin.description());
  }

  private static String text(ConfigValue value) {
    boolean plain =
        value.valueType() == ConfigValueType.STRING
            && PLAIN.matcher(value.unwrapped().toString()).matches();
    return plain
        ? value.unwrapped().toString()
        : value.render(ConfigRenderOptions.concise().setJson(false));
  }
}
