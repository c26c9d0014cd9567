package dev.interleave.sim.program;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.config.Binder;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Nearest;
import dev.interleave.kernel.config.Request;
import dev.interleave.kernel.config.Requests;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads the values of single steps. */
record StepBlock(StepScope scope, Mistakes mistakes) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

  /** A single value of the step {@code kind}, which takes no other keys. */
  <T> Optional<T> only(Class<T> type, String kind, ConfigObject block, ConfigValue value) {
    refuseOthers(kind, block, Set.of(kind));
    return Binder.value(type, value, kind + " of " + scope.owner(), mistakes);
  }

  /** The name that the step {@code kind} gives or uses. */
  Optional<String> name(String kind, ConfigValue value) {
    return Binder.value(String.class, value, kind + " of " + scope.owner(), mistakes)
        .filter(name -> wellFormed(kind, name, value));
  }

  private boolean wellFormed(String kind, String name, ConfigValue value) {
    boolean right = NAME.matcher(name).matches();
    if (!right) {
      String problem = kind + " = '" + name + "': a name may have letters, digits, - and _ only";
      mistakes.add(value, problem, name);
    }
    return right;
  }

  /** A mistake for each key of {@code block} that is not {@code known}. */
  void refuseOthers(String kind, ConfigObject block, Set<String> known) {
    for (String key : mistakes.sources().inOrder(block).keySet()) {
      if (!known.contains(key)) {
        String hint = Nearest.hintOrList(key, known.stream().sorted().toList());
        mistakes.addKey(block, key, "unknown setting '" + key + "' of the step " + kind + hint);
      }
    }
  }

  /** The list below {@code steps}, which the step {@code kind} needs. */
  Optional<ConfigValue> list(String kind, ConfigObject block) {
    Optional<ConfigValue> list = Optional.ofNullable(block.get("steps"));
    if (list.isEmpty()) {
      mistakes.add(block, "the step " + kind + " needs steps = [ ... ]", kind);
    }
    return list;
  }

  /** The step that sends the request in {@code block} to the driver that {@code value} names. */
  Optional<Step> request(
      String kind, ConfigObject block, ConfigValue value, BiFunction<String, Request, Step> step) {
    Optional<String> target = name(kind, value);
    return target
        .flatMap(name -> scope.requests(name, value, mistakes))
        .flatMap(requests -> request(kind, block, target.get(), requests))
        .map(request -> step.apply(target.get(), request));
  }

  private Optional<Request> request(
      String kind, ConfigObject block, String target, Requests requests) {
    List<String> keys =
        mistakes.sources().inOrder(block).keySet().stream().filter(it -> !it.equals(kind)).toList();
    if (keys.size() == 1) {
      ConfigValue value = Objects.requireNonNull(block.get(keys.get(0)));
      return requests
          .bind(keys.get(0), value, target, mistakes)
          .filter(request -> kind.equals("tell") || answered(request, block, target));
    }
    String names = " (there are: " + String.join(", ", requests.names()) + ")";
    String found = keys.isEmpty() ? "names no request" : "names " + String.join(" and ", keys);
    mistakes.add(block, kind + " = " + target + " " + found + "; it takes one" + names, target);
    return Optional.empty();
  }

  private boolean answered(Request request, ConfigObject block, String target) {
    if (!request.answered()) {
      String problem = request.name() + " of " + target + " has no answer to wait for; tell it";
      mistakes.addKey(block, request.name(), problem);
    }
    return request.answered();
  }
}
