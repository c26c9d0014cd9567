package dev.interleave.kernel.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a type, for people.
 *
 * @param name the key; with dots for a key of a nested block
 * @param wanted what it may be: {@code a duration such as 4 ms}
 * @param standard its default as it is written; empty when it is optional or must be given
 * @param meaning the comment of its default
 */
public record SettingDescription(
    String name, String wanted, Optional<String> standard, String meaning) {

  /**
   * The settings of a record type; those of any other class are what has a default.
   *
   * @param defaults a value for each that has one; its comment is the meaning
   */
  public static List<SettingDescription> of(Class<?> type, ConfigObject defaults) {
    return type.isRecord()
        ? new RecordShape(type).describe(defaults, "")
        : defaults.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(it -> of(it.getKey(), "", it.getValue()))
            .toList();
  }

  static SettingDescription of(String name, String wanted, @Nullable ConfigValue standard) {
    return standard == null
        ? new SettingDescription(name, wanted, Optional.empty(), "")
        : new SettingDescription(name, wanted, written(standard), comment(standard));
  }

  private static Optional<String> written(ConfigValue value) {
    return value.valueType() == ConfigValueType.NULL ? Optional.empty() : Optional.of(text(value));
  }

  private static String text(ConfigValue value) {
    ConfigValueType type = value.valueType();
    boolean single = type != ConfigValueType.OBJECT && type != ConfigValueType.LIST;
    return single ? Slot.text(value) : value.render(ConfigRenderOptions.concise().setJson(false));
  }

  private static String comment(ConfigValue value) {
    return value.origin().comments().stream().map(String::strip).collect(Collectors.joining(" "));
  }
}
