package dev.interleave.drivers.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.drivers.network.frame.EthernetFrame;
import dev.interleave.drivers.network.frame.IcmpMessage;
import dev.interleave.drivers.network.frame.Ipv4Address;
import dev.interleave.drivers.network.frame.Ipv4Packet;
import dev.interleave.drivers.network.frame.LineMessage;
import dev.interleave.drivers.network.frame.MacAddress;
import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.drivers.network.frame.UdpDatagram;
import dev.interleave.kernel.Part;
import dev.interleave.property.Seeded;
import dev.interleave.sim.program.ScenarioRun;
import dev.interleave.testkit.DeviceBench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The device alone, in virtual time: rings, interrupt, and the host at the other end. */
class SimulatedNicTest {

  private static final Station SELF = Station.of("02:00:00:00:00:01", "10.0.0.1");
  private static final Station HOST = Station.of("02:00:00:00:00:02", "10.0.0.2");

  private final DeviceBench bus = new DeviceBench();
  private final FrameBuilder frames = new FrameBuilder(SELF);

  @Test
  void theHostSaysWhoItIs() {
    SimulatedNic nic = plugged("");
    nic.transmit(frames.question(HOST.address()));
    bus.run();
    assertThat(received(nic)).hasSize(1).allMatch(it -> it.type() == EthernetFrame.ARP);
    assertThat(bus.interrupts())
        .extracting(it -> it.at().toNanos())
        .containsExactly(2 * (200_000L + 672));
  }

  @Test
  void aQuestionForSomebodyElseIsNotAnswered() {
    SimulatedNic nic = plugged("");
    nic.transmit(frames.question(Ipv4Address.parse("10.0.0.9")));
    bus.run();
    assertThat(received(nic)).isEmpty();
  }

  @Test
  void theHostEchoes() {
    SimulatedNic nic = plugged("");
    nic.transmit(frames.icmp(HOST, new IcmpMessage.EchoRequest(7, 1, Octets.ofText("data"))));
    bus.run();
    assertThat(packets(nic).map(Ipv4Packet::payload).flatMap(IcmpMessage::decode))
        .contains(new IcmpMessage.EchoReply(7, 1, Octets.ofText("data")));
  }

  @Test
  void theTurnaroundOfTheHostIsDeviceTime() {
    SimulatedNic nic = plugged("peer { turnaround = 1 ms }");
    nic.transmit(frames.question(HOST.address()));
    bus.run();
    assertThat(bus.interrupts())
        .extracting(it -> it.at().toNanos())
        .containsExactly(1_000_000 + 2 * (200_000L + 672));
  }

  @Test
  void aQuestionThatComesTwiceGetsTheSameAnswer() {
    SimulatedNic nic = plugged("");
    nic.transmit(line(13, 1));
    bus.run();
    String first = answer(nic);
    nic.transmit(line(13, 1));
    bus.run();
    assertThat(answer(nic)).isEqualTo(first);
    nic.transmit(line(13, 2));
    bus.run();
    assertThat(answer(nic)).isNotEqualTo(first);
  }

  @Test
  void aPortWithoutAServiceIsUnreachable() {
    SimulatedNic nic = plugged("");
    nic.transmit(line(9, 1));
    bus.run();
    assertThat(packets(nic).map(Ipv4Packet::payload).flatMap(IcmpMessage::decode))
        .get()
        .isInstanceOf(IcmpMessage.Unreachable.class);
  }

  @Test
  void framesThatFindTheReceivingRingFullAreOverruns() {
    SimulatedNic nic = plugged("rings { rx = 3 }");
    for (int i = 0; i < 10; i++) {
      nic.transmit(frames.question(HOST.address()));
    }
    bus.run();
    assertThat(bus.counted("overruns")).isEqualTo(7);
    assertThat(bus.interrupts()).hasSize(3);
    assertThat(received(nic)).hasSize(3);
  }

  @Test
  void framesThatFindTheSendingRingFullAreOverruns() {
    SimulatedNic nic = plugged("rings { tx = 4 }");
    for (int i = 0; i < 10; i++) {
      nic.transmit(frames.question(HOST.address()));
    }
    bus.run();
    assertThat(bus.counted("overruns")).isEqualTo(6);
    assertThat(received(nic)).hasSize(4);
  }

  @Test
  void anUnpluggedCardIsSilent() {
    SimulatedNic nic = plugged("");
    nic.transmit(frames.question(HOST.address()));
    nic.unplug();
    nic.transmit(frames.question(HOST.address()));
    bus.run();
    assertThat(bus.interrupts()).isEmpty();
  }

  @Test
  void theHostSurvivesGarbage() {
    SimulatedNic nic = plugged("");
    Octets right = frames.icmp(HOST, new IcmpMessage.EchoRequest(7, 1, Octets.ofText("data")));
    Seeded.cases(
        3_000,
        random -> {
          byte[] bytes = right.toBytes();
          for (int i = random.between(1, 4); i > 0; i--) {
            bytes[random.between(12, bytes.length - 1)] = (byte) random.anyLong();
          }
          nic.transmit(Octets.of(bytes).slice(0, random.between(0, bytes.length)));
          bus.run();
          received(nic);
        });
    nic.transmit(right);
    bus.run();
    assertThat(received(nic)).hasSize(1);
  }

  private SimulatedNic plugged(String settings) {
    String text = "drivers { nic { type = network, " + settings + " } }";
    Part.DriverPart part = (Part.DriverPart) ScenarioRun.load(text).plan().parts().get(0);
    SimulatedNic nic = new SimulatedNic((NetworkDriver) part.driver());
    nic.plug(bus);
    return nic;
  }

  private Octets line(int port, long number) {
    Octets payload = new LineMessage(LineMessage.Kind.ASK, number, "x").encode();
    return frames.udp(HOST, new UdpDatagram(50_000, port, payload));
  }

  private static String answer(SimulatedNic nic) {
    return packets(nic)
        .flatMap(it -> UdpDatagram.decode(it.payload(), it.source(), it.destination()))
        .flatMap(it -> LineMessage.decode(it.payload()))
        .map(LineMessage::text)
        .orElse("");
  }

  private static Optional<Ipv4Packet> packets(SimulatedNic nic) {
    return received(nic).stream().findFirst().flatMap(it -> Ipv4Packet.decode(it.payload()));
  }

  private static List<EthernetFrame> received(SimulatedNic nic) {
    List<EthernetFrame> frames = new ArrayList<>();
    for (var octets = nic.receive(); octets.isPresent(); octets = nic.receive()) {
      octets.flatMap(EthernetFrame::decode).ifPresent(frames::add);
    }
    assertThat(frames).allMatch(it -> !it.source().equals(MacAddress.BROADCAST));
    return frames;
  }
}
