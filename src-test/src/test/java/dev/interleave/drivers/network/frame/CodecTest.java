package dev.interleave.drivers.network.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.drivers.network.frame.ArpPacket.Operation;
import dev.interleave.property.Seeded;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every frame is what was sent, or none at all; against bytes that others have published. */
class CodecTest {

  private static final Ipv4Address A = Ipv4Address.parse("10.0.0.1");
  private static final Ipv4Address B = Ipv4Address.parse("10.0.0.2");

  @Test
  void theChecksumIsThatOfTheExampleOfRfc1071() {
    Octets example = Octets.ofHex("0001 f203 f4f5 f6f7");
    assertThat(new InternetChecksum().add(example).value()).isEqualTo(~0xddf2 & 0xffff);
  }

  @Test
  void theChecksumOfAnOddLengthCountsAZeroMore() {
    int odd = new InternetChecksum().add(Octets.ofHex("0102 03")).value();
    int even = new InternetChecksum().add(Octets.ofHex("0102 0300")).value();
    assertThat(odd).isEqualTo(even);
  }

  @Test
  void aWellKnownHeaderHasItsChecksum() {
    Octets header = Octets.ofHex("4500 0073 0000 4000 4011 b861 c0a8 0001 c0a8 00c7");
    Ipv4Packet packet =
        new Ipv4Packet(
            0,
            64,
            Ipv4Packet.UDP,
            Ipv4Address.parse("192.168.0.1"),
            Ipv4Address.parse("192.168.0.199"),
            Octets.of(new byte[0x73 - 20]));
    assertThat(packet.encode().slice(0, 20)).isEqualTo(header);
  }

  @Test
  void anArpRequestIsTwentyEightKnownBytes() {
    ArpPacket request = ArpPacket.request(MacAddress.parse("02:00:00:00:00:01"), A, B);
    assertThat(request.encode())
        .isEqualTo(
            Octets.ofHex("0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002"));
  }

  @Test
  void aPingIsKnownBytes() {
    IcmpMessage ping = new IcmpMessage.EchoRequest(0x1234, 1, Octets.ofText("abc"));
    assertThat(ping.encode()).isEqualTo(Octets.ofHex("0800 2168 1234 0001 616263"));
  }

  @Test
  void aShortFrameIsPadded() {
    EthernetFrame frame =
        new EthernetFrame(MacAddress.BROADCAST, new MacAddress(1), 0x0800, Octets.ofHex("ff"));
    assertThat(frame.encode().size()).isEqualTo(60);
    assertThat(frame.encode().toString()).startsWith("ffffffffffff" + "000000000001" + "0800ff00");
  }

  @Test
  void whatIsEncodedIsDecoded() {
    Seeded.cases(
        2_000,
        random -> {
          Octets payload = Octets.of(random.bytes(random.between(0, 1480)));
          MacAddress mac = new MacAddress(random.anyLong() & 0xffff_ffff_ffffL);
          Ipv4Address from = new Ipv4Address((int) random.anyLong());
          Ipv4Address to = new Ipv4Address((int) random.anyLong());
          int a = random.between(0, 0xffff);
          int b = random.between(0, 0xffff);
          Octets long46 = Octets.of(random.bytes(random.between(46, 1500)));
          EthernetFrame frame = new EthernetFrame(mac, mac, random.between(0x600, 0xffff), long46);
          assertThat(EthernetFrame.decode(frame.encode())).contains(frame);
          ArpPacket arp =
              new ArpPacket(random.oneOf(List.of(Operation.values())), mac, from, mac, to);
          assertThat(ArpPacket.decode(arp.encode())).contains(arp);
          Ipv4Packet packet = new Ipv4Packet(a, b & 255, a & 255, from, to, payload);
          assertThat(Ipv4Packet.decode(packet.encode())).contains(packet);
          UdpDatagram datagram = new UdpDatagram(a, b, payload);
          assertThat(UdpDatagram.decode(datagram.encode(from, to), from, to)).contains(datagram);
          for (IcmpMessage message : icmp(a, b, payload)) {
            assertThat(IcmpMessage.decode(message.encode())).contains(message);
          }
        });
  }

  @Test
  void paddingIsNoPartOfAPacket() {
    Ipv4Packet packet = new Ipv4Packet(7, 64, Ipv4Packet.UDP, A, B, Octets.ofText("x"));
    Octets frame =
        new EthernetFrame(MacAddress.BROADCAST, new MacAddress(1), 0x0800, packet.encode())
            .encode();
    assertThat(EthernetFrame.decode(frame).flatMap(it -> Ipv4Packet.decode(it.payload())))
        .contains(packet);
  }

  @Test
  void everyTruncatedPacketIsNone() {
    UdpDatagram datagram = new UdpDatagram(1, 2, Octets.ofText("twelve bytes"));
    Ipv4Packet packet = new Ipv4Packet(7, 64, Ipv4Packet.UDP, A, B, datagram.encode(A, B));
    assertNoPrefixIsDecoded(packet.encode(), Ipv4Packet::decode);
    assertNoPrefixIsDecoded(datagram.encode(A, B), it -> UdpDatagram.decode(it, A, B));
    assertNoPrefixIsDecoded(
        new IcmpMessage.EchoRequest(1, 2, Octets.ofHex("ff")).encode(), IcmpMessage::decode);
    assertNoPrefixIsDecoded(ArpPacket.request(new MacAddress(1), A, B).encode(), ArpPacket::decode);
  }

  @Test
  void everyFlippedBitIsNoticedByTheChecksum() {
    UdpDatagram datagram = new UdpDatagram(1000, 2000, Octets.ofText("hello, odd!"));
    Ipv4Packet empty = new Ipv4Packet(7, 64, Ipv4Packet.ICMP, A, B, Octets.NONE);
    assertNoFlipIsDecoded(empty.encode(), Ipv4Packet::decode);
    assertNoFlipIsDecoded(datagram.encode(A, B), it -> UdpDatagram.decode(it, A, B));
    assertNoFlipIsDecoded(
        new IcmpMessage.EchoReply(1, 2, Octets.ofText("data")).encode(), IcmpMessage::decode);
  }

  @Test
  void aDatagramToOtherAddressesIsNoticed() {
    Octets datagram = new UdpDatagram(1000, 2000, Octets.ofText("hello")).encode(A, B);
    assertThat(UdpDatagram.decode(datagram, A, Ipv4Address.parse("10.0.0.3"))).isEmpty();
  }

  @Test
  void aDatagramWithoutAChecksumIsTaken() {
    assertThat(UdpDatagram.decode(Octets.ofHex("0007 0008 0009 0000 61"), A, B))
        .contains(new UdpDatagram(7, 8, Octets.ofText("a")));
  }

  @Test
  void aDatagramWhoseSumIsZeroIsSentAsAllOnes() {
    int checksum = new UdpDatagram(0, 0, Octets.NONE).encode(A, B).number(6);
    int complement =
        new InternetChecksum().add(Octets.ofHex(String.format("%04x", checksum))).value();
    Octets data = Octets.ofHex(String.format("%04x", 0xffff - complement - 4));
    Octets encoded = new UdpDatagram(0, 0, data).encode(A, B);
    assertThat(encoded.number(6)).isNotZero();
    assertThat(UdpDatagram.decode(encoded, A, B)).isPresent();
  }

  @Test
  void fragmentsAreNotDecoded() {
    Octets more = Octets.ofHex("4500 0014 0000 2000 4011 0000 0a000001 0a000002");
    int checksum = new InternetChecksum().add(more).value();
    String hex = more.toString();
    String summed = hex.substring(0, 20) + String.format("%04x", checksum) + hex.substring(24);
    assertThat(Ipv4Packet.decode(Octets.ofHex(summed))).isEmpty();
    assertThat(
            Ipv4Packet.decode(
                Octets.ofHex(
                    summed
                        .replace("2000", "4000")
                        .replace(
                            String.format("%04x", checksum),
                            String.format("%04x", checksum - 0x2000)))))
        .isPresent();
  }

  @Test
  void optionsAreSkipped() {
    Octets unsummed = Octets.ofHex("4600 0019 0000 4000 4011 0000 0a000001 0a000002 01010101 61");
    int checksum = new InternetChecksum().add(unsummed.slice(0, 24)).value();
    String hex = unsummed.toString();
    Octets summed =
        Octets.ofHex(hex.substring(0, 20) + String.format("%04x", checksum) + hex.substring(24));
    assertThat(Ipv4Packet.decode(summed).map(Ipv4Packet::payload)).contains(Octets.ofText("a"));
  }

  @Test
  void garbageIsNeverAnException() {
    Seeded.cases(
        20_000,
        random -> {
          Octets garbage = Octets.of(random.bytes(random.between(0, 80)));
          EthernetFrame.decode(garbage);
          ArpPacket.decode(garbage);
          Ipv4Packet.decode(garbage);
          UdpDatagram.decode(garbage, A, B);
          IcmpMessage.decode(garbage);
          LineMessage.decode(garbage);
          new IcmpMessage.Unreachable(3, garbage).undelivered();
        });
  }

  @Test
  void anUnreachableDatagramIsNamed() {
    Octets datagram = new UdpDatagram(50_000, 9, Octets.ofText("hello")).encode(A, B);
    Ipv4Packet packet = new Ipv4Packet(7, 64, Ipv4Packet.UDP, A, B, datagram);
    assertThat(IcmpMessage.Unreachable.port(packet).undelivered())
        .contains(new IcmpMessage.Undelivered(B, 50_000, 9));
  }

  @Test
  void linesOfAnyTextAreDecoded() {
    Seeded.cases(
        500,
        random -> {
          String text = random.oneOf(List.of("", "hello", "two\nlines", "grüße ∀x 𝄞", "ask 1\n"));
          LineMessage line =
              new LineMessage(
                  random.oneOf(List.of(LineMessage.Kind.values())),
                  random.between(0, Integer.MAX_VALUE - 1),
                  text);
          assertThat(LineMessage.decode(line.encode())).contains(line);
        });
    assertThat(LineMessage.decode(Octets.ofHex("61736b20310aff"))).isEmpty();
    assertThat(LineMessage.decode(Octets.ofText("ask 99999999999999999999\nx"))).isEmpty();
  }

  @Test
  void addressesAreReadAndWritten() {
    assertThat(Ipv4Address.parse("255.0.10.1").toString()).isEqualTo("255.0.10.1");
    assertThat(MacAddress.parse("02:00:5e:10:00:ff").toString()).isEqualTo("02:00:5e:10:00:ff");
    assertThat(MacAddress.parse("02-00-5e-10-00-ff"))
        .isEqualTo(MacAddress.parse("02:00:5e:10:00:ff"));
    for (String wrong : List.of("10.0.0", "10.0.0.256", "host", "", "1.2.3.4.5")) {
      assertThatThrownBy(() -> Ipv4Address.parse(wrong))
          .hasMessage("address must be an IPv4 address such as 10.0.0.1, not " + wrong);
    }
    for (String wrong : List.of("01:00:00:00:00:00", "02:00", "", "02-00-00-00-00-0g")) {
      assertThatThrownBy(() -> MacAddress.parse(wrong)).hasMessageContaining("unicast Ethernet");
    }
  }

  private static List<IcmpMessage> icmp(int a, int b, Octets data) {
    return List.of(
        new IcmpMessage.EchoRequest(a, b, data),
        new IcmpMessage.EchoReply(a, b, data),
        new IcmpMessage.Unreachable(a & 255, data));
  }

  private static void assertNoPrefixIsDecoded(Octets whole, Function<Octets, Optional<?>> decode) {
    assertThat(decode.apply(whole)).isPresent();
    for (int end = 0; end < whole.size(); end++) {
      assertThat(decode.apply(whole.slice(0, end))).as("the first %s bytes", end).isEmpty();
    }
  }

  private static void assertNoFlipIsDecoded(Octets whole, Function<Octets, Optional<?>> decode) {
    Optional<?> right = decode.apply(whole);
    assertThat(right).isPresent();
    for (int bit = 0; bit < whole.size() * 8; bit++) {
      byte[] flipped = whole.toBytes();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(decode.apply(Octets.of(flipped))).as("bit %s", bit).isEmpty();
    }
  }
}
