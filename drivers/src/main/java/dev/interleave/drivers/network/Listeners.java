package dev.interleave.drivers.network;

import dev.interleave.drivers.network.NetworkDriver.Answer;
import dev.interleave.drivers.network.NetworkDriver.Inbound;
import dev.interleave.drivers.network.NetworkDriver.LineReceived;
import dev.interleave.drivers.network.NetworkDriver.Listen;
import dev.interleave.drivers.network.NetworkDriver.ListenerGone;
import dev.interleave.drivers.network.NetworkDriver.Listening;
import dev.interleave.drivers.network.NetworkDriver.Refused;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;

/** Who listens on which port of this card, and the lines that they owe an answer. For own turns. */
final class Listeners {

  /** A listener that answers none of its lines must not fill the memory. */
  private static final int MOST_UNANSWERED = 10_000;

  private final Stack stack;
  private final Map<Integer, LineService> services;
  private final Recent<Long, Consumer<String>> unanswered = new Recent<>(MOST_UNANSWERED);
  private long lines;

  /**
   * @param services by port; holds those that nobody may take, and gets the others
   */
  Listeners(Stack stack, Map<Integer, LineService> services) {
    this.stack = stack;
    this.services = services;
    stack.card().memory().listeners().forEach(this::serve);
  }

  void listen(Listen request) {
    int port = request.port();
    if (services.containsKey(port)) {
      request.listener().tell(new Refused(port, "port " + port + " is taken"));
      return;
    }
    Card card = stack.card();
    card.remember(card.memory().withListener(port, request.listener()));
    serve(port, request.listener());
    request.listener().tell(new Listening(port));
  }

  private void serve(int port, ActorRef<Inbound> listener) {
    stack.context().actor().watchWith(listener, new ListenerGone(port));
    services.put(port, (from, text, answer) -> forward(listener, port, from, text, answer));
  }

  private void forward(
      ActorRef<Inbound> listener, int port, Station from, String text, Consumer<String> answer) {
    lines++;
    unanswered.put(lines, answer);
    String sender = stack.names().name(from.address());
    listener.tell(new LineReceived(lines, sender, port, text, stack.context().actor().getSelf()));
  }

  /** False when there is no such line, or it was answered. */
  boolean answer(Answer message) {
    Consumer<String> answer = unanswered.remove(message.line());
    if (answer != null) {
      answer.accept(message.text());
    }
    return answer != null;
  }

  void gone(ListenerGone message) {
    services.remove(message.port());
    stack.card().remember(stack.card().memory().withoutListener(message.port()));
  }
}
