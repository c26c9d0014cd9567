package dev.interleave.kernel.runtime;

import dev.interleave.kernel.dispatch.Engine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The asks of programs that have no answer yet, by their reply address, so that a crash or a full
 * mailbox can answer them as failed. Threadsafe.
 */
final class Asks {
  private record Ask(ActorRef<Object> asker, long number, ActorRef<?> asked) {
    @Override
    public String toString() {
      return Engine.nameOf(asker.path()) + " waits for an answer of " + Engine.nameOf(asked.path());
    }
  }

  private final Map<ActorRef<?>, Ask> open = new ConcurrentHashMap<>();
  private final Map<Class<?>, List<RecordComponent>> addresses = new ConcurrentHashMap<>();

  void opened(ActorRef<?> address, ActorRef<Object> asker, long number, ActorRef<?> asked) {
    open.put(address, new Ask(asker, number, asked));
  }

  /** Who waits for whose answer, each once, by name. */
  SortedSet<String> waiting() {
    SortedSet<String> waiting = new TreeSet<>();
    open.values().forEach(ask -> waiting.add(ask.toString()));
    return waiting;
  }

  void closed(ActorRef<?> address) {
    open.remove(address);
  }

  boolean isOpen(ActorRef<?> address) {
    return open.containsKey(address);
  }

  /** Tells everybody who waits for an answer to {@code request} that there is none. */
  void fail(Object request, String reason) {
    addressesIn(request).forEach(address -> failAddress(address, reason));
  }

  void failAddress(ActorRef<?> address, String reason) {
    Ask ask = open.remove(address);
    if (ask != null) {
      ask.asker.tell(new Signals.Unanswered(ask.number, reason));
    }
  }

  /** The reply addresses of open asks in {@code message}. */
  List<ActorRef<?>> addressesIn(Object message) {
    List<ActorRef<?>> found = new ArrayList<>(1);
    if (!open.isEmpty() && message instanceof Record) {
      for (RecordComponent component : addressComponents(message.getClass())) {
        ActorRef<?> address = read(component, message);
        if (isOpen(address)) {
          found.add(address);
        }
      }
    }
    return found;
  }

  private List<RecordComponent> addressComponents(Class<?> type) {
    return addresses.computeIfAbsent(type, Asks::findAddresses);
  }

  private static List<RecordComponent> findAddresses(Class<?> type) {
    List<RecordComponent> found = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType() == ActorRef.class) {
        component.getAccessor().setAccessible(true);
        found.add(component);
      }
    }
    return found;
  }

  private static ActorRef<?> read(RecordComponent component, Object message) {
    try {
      return (ActorRef<?>) component.getAccessor().invoke(message);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component + " of " + message, e);
    }
  }
}
