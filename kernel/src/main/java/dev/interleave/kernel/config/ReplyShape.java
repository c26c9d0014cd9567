package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** The reply address of a request: no setting, but a hole that is filled when a message is made. */
final class ReplyShape implements Shape {

  /** Stands for the address where none is known yet; nobody may use it. */
  static final ActorRef<?> NOBODY =
      (ActorRef<?>)
          Proxy.newProxyInstance(
              ActorRef.class.getClassLoader(),
              new Class<?>[] {ActorRef.class},
              (proxy, method, arguments) -> {
                throw new IllegalStateException("no reply address");
              });

  /** The components with the address in every hole. */
  static List<Object> fill(List<Object> components, ActorRef<?> address) {
    return components.stream().map(it -> it == NOBODY ? address : it).toList();
  }

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    slot.mistakes().add(value, slot.name() + " is the reply address, which is filled in anyway");
    return Optional.empty();
  }

  @Override
  public Optional<Object> absent() {
    return Optional.of(NOBODY);
  }

  @Override
  public String wanted(Limits limits) {
    return "filled in";
  }
}
