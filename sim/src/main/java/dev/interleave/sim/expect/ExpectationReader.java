package dev.interleave.sim.expect;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Nearest;
import dev.interleave.kernel.config.Place;
import dev.interleave.sim.metric.MetricCatalog;
import dev.interleave.sim.metric.MetricKind;
import dev.interleave.sim.metric.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one expectation and tells what is wrong with it. */
final class ExpectationReader {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\[([^\\]]*)\\])?\\s*([A-Za-z0-9._-]+)\\s*"
              + "([<>=!~]+|(?<=\\s)[A-Za-z]+(?=[\\s'\"]))\\s*(.*)",
          Pattern.DOTALL);
  private static final String EXAMPLE = "write METRIC COMPARISON VALUE, such as \"drops = 0\"";

  private final ConfigValue source;
  private final MetricCatalog catalog;
  private final Mistakes mistakes;
  private final String text;

  ExpectationReader(ConfigValue source, MetricCatalog catalog, Mistakes mistakes) {
    this.source = source;
    this.catalog = catalog;
    this.mistakes = mistakes;
    this.text = String.valueOf(source.unwrapped()).strip();
  }

  Optional<Expectation> read() {
    Matcher form = FORM.matcher(text);
    if (source.valueType() != ConfigValueType.STRING || !form.matches()) {
      mistakes.add(source, "no expectation: '" + text + "'; " + EXAMPLE, text);
      return Optional.empty();
    }
    Optional<Applies> applies = applies(form.group(1));
    Optional<MetricKind> metric = metric(form.group(2));
    Optional<Comparison> comparison = comparison(form.group(3));
    Optional<Value> wanted =
        metric.flatMap(kind -> comparison.flatMap(it -> wanted(form, kind, it)));
    return applies.flatMap(
        on ->
            wanted.map(
                value ->
                    new Expectation(
                        text, where(), on, form.group(2), comparison.orElseThrow(), value)));
  }

  private String where() {
    return mistakes
        .sources()
        .find(source.origin())
        .map(Place::where)
        .orElseGet(() -> source.origin().description());
  }

  private Optional<Applies> applies(String names) {
    if (names == null) {
      return Optional.of(Applies.ALWAYS);
    }
    List<Applies.Choice> choices = new ArrayList<>();
    String[] written = names.split(",", -1);
    for (String each : written) {
      choice(each.strip()).ifPresent(choices::add);
    }
    return choices.size() == written.length ? Optional.of(new Applies(choices)) : Optional.empty();
  }

  private Optional<Applies.Choice> choice(String words) {
    Matcher form = Pattern.compile("([\\w-]+)(?:\\s+([1-9]\\d{0,5}))?").matcher(words);
    if (form.matches() && Applies.DISPATCHERS.contains(form.group(1))) {
      Optional<Integer> cores = Optional.ofNullable(form.group(2)).map(Integer::valueOf);
      return Optional.of(new Applies.Choice(form.group(1), cores));
    }
    String name = form.matches() ? form.group(1) : words;
    String hint = Nearest.hintOrList(name, Applies.DISPATCHERS);
    mistakes.add(source, "no dispatcher '" + words + "' to expect something on" + hint, name);
    return Optional.empty();
  }

  private Optional<MetricKind> metric(String name) {
    Optional<MetricKind> kind = catalog.find(name);
    if (kind.isEmpty()) {
      mistakes.add(source, noMetric(name) + "  (interleave list metrics)", name);
    }
    return kind;
  }

  private String noMetric(String name) {
    String one = name + ".p99";
    return catalog.find(one).isPresent()
        ? "'" + name + "' has many values: say which, such as " + one
        : "no metric '" + name + "'" + Nearest.hint(name, catalog.names());
  }

  private Optional<Comparison> comparison(String sign) {
    Optional<Comparison> comparison = Comparison.of(sign);
    if (comparison.isEmpty()) {
      String hint = Nearest.hintOrList(sign, Comparison.signs());
      mistakes.add(source, "no comparison '" + sign + "'" + hint, sign);
    }
    return comparison;
  }

  private Optional<Value> wanted(Matcher form, MetricKind kind, Comparison comparison) {
    String value = form.group(4).strip();
    return new WantedValue(source, mistakes).read(form.group(2), value, kind, comparison);
  }
}
