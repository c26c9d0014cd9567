package dev.interleave.sim.manual;

import static dev.interleave.sim.manual.MarkdownTable.code;

import com.typesafe.config.ConfigValueFactory;
import dev.interleave.kernel.config.Definition;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Requests;
import dev.interleave.kernel.config.Types;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All about one type: summary, settings, requests, example.
 *
 * @param types among which it is
 * @param mistakes takes what is wrong with it
 */
record TypeSection(Types types, Mistakes mistakes) {

  /** Of all types of a kind, by their names. */
  String of(Kind kind) {
    return types.all(kind).stream().map(this::of).collect(Collectors.joining("\n")).stripTrailing();
  }

  private String of(Definition type) {
    return Stream.of(
            "### `" + type.name() + "`\n",
            type.summary() + "\n",
            new SettingsTable(types.settings(type, mistakes)).text(),
            requests(type),
            type.example().map(TypeSection::example).orElse(""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String requests(Definition type) {
    if (type.kind() != Kind.DRIVER) {
      return "";
    }
    Map<String, String> named = Map.of("type", type.className());
    return types
        .resolve(type.kind(), ConfigValueFactory.fromMap(named), type.name(), mistakes)
        .map(it -> requests(Requests.of(it.type())))
        .orElse("");
  }

  private static String requests(Requests requests) {
    List<String> all =
        requests.names().stream().map(it -> code(it + " " + block(requests, it))).toList();
    return all.isEmpty() ? "" : "Requests: " + String.join(", ", all) + "\n";
  }

  private static String block(Requests requests, String name) {
    String settings = String.join(", ", requests.settings(name));
    return settings.isEmpty() ? "{}" : "{ " + settings + " }";
  }

  private static String example(String text) {
    return "```hocon\n" + text.strip() + "\n```\n";
  }
}
