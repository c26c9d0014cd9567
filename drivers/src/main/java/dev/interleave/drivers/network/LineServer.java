package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.IcmpMessage;
import dev.interleave.drivers.network.frame.Ipv4Packet;
import dev.interleave.drivers.network.frame.LineMessage;
import dev.interleave.drivers.network.frame.LineMessage.Kind;
import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.drivers.network.frame.UdpDatagram;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The answering end of the line protocol. A question that comes again gets the answer that it got
 * before, or waits for the one that is being made; only the last {@value #REMEMBERED} questions are
 * remembered. Not threadsafe.
 */
final class LineServer {

  static final int REMEMBERED = 1024;

  /** One question, whoever repeats it. */
  private record Question(Station from, int fromPort, int port, long number) {}

  private final Map<Integer, LineService> services;
  private final FrameBuilder frames;
  private final PayloadLimit limit;
  private final Consumer<Octets> output;

  private final Recent<Question, Optional<LineMessage>> answers = new Recent<>(REMEMBERED);

  /**
   * @param services by port; may change
   * @param output takes the frames that answer
   */
  LineServer(
      Map<Integer, LineService> services,
      FrameBuilder frames,
      PayloadLimit limit,
      Consumer<Octets> output) {
    this.services = services;
    this.frames = frames;
    this.limit = limit;
    this.output = output;
  }

  /**
   * Serves the datagram that {@code from} sent in {@code packet}, if it is a question; where nobody
   * listens the sender is told so.
   */
  void accept(Station from, UdpDatagram datagram, Ipv4Packet packet) {
    LineService service = services.get(datagram.destinationPort());
    if (service == null) {
      output.accept(frames.icmp(from, IcmpMessage.Unreachable.port(packet)));
      return;
    }
    LineMessage.decode(datagram.payload())
        .filter(line -> line.kind() == Kind.ASK)
        .ifPresent(line -> serve(service, from, datagram, line));
  }

  private void serve(LineService service, Station from, UdpDatagram datagram, LineMessage asked) {
    int port = datagram.destinationPort();
    Question question = new Question(from, datagram.sourcePort(), port, asked.number());
    Optional<LineMessage> known = answers.get(question);
    if (known != null) {
      known.ifPresent(answer -> send(question, answer));
    } else {
      answers.put(question, Optional.empty());
      service.serve(from, asked.text(), text -> answer(question, text));
    }
  }

  private void answer(Question question, String text) {
    LineMessage answer = fitting(question.number, text);
    answers.put(question, Optional.of(answer));
    send(question, answer);
  }

  private LineMessage fitting(long number, String text) {
    LineMessage answer = new LineMessage(Kind.ANS, number, text);
    return limit
        .refusal("the answer", answer.encode())
        .map(reason -> new LineMessage(Kind.ERR, number, reason))
        .orElse(answer);
  }

  private void send(Question question, LineMessage answer) {
    UdpDatagram datagram = new UdpDatagram(question.port, question.fromPort, answer.encode());
    output.accept(frames.udp(question.from, datagram));
  }
}
