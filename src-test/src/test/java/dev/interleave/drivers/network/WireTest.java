package dev.interleave.drivers.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.kernel.config.Bytes;
import dev.interleave.testkit.DeviceBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The link model: its times exactly, its chances as statistics. */
class WireTest {

  private static final int FRAMES = 20_000;

  /** Frame {@code number} came out at {@code at}. */
  private record Arrival(int number, long at) {}

  private final DeviceBench bus = new DeviceBench();
  private final List<Arrival> arrivals = new ArrayList<>();

  @Test
  void aFrameTakesItsSerialisationAndTheLatency() {
    Wire wire = wire(link(200, 0, 1_000_000_000, 0, 0), 16);
    wire.send(frame(0));
    bus.run();
    // 100 bytes and 24 of overhead are 992 bits
    assertThat(arrivals).containsExactly(new Arrival(0, 200_000 + 992));
  }

  @Test
  void framesAreSerialisedOneAfterTheOtherAndTravelAtOnce() {
    Wire wire = wire(link(1000, 0, 992_000, 0, 0), 16);
    IntStream.range(0, 3).forEach(i -> wire.send(frame(i)));
    bus.run();
    assertThat(arrivals)
        .containsExactly(
            new Arrival(0, 2_000_000), new Arrival(1, 3_000_000), new Arrival(2, 4_000_000));
  }

  @Test
  void theRateBoundsTheThroughput() {
    Wire wire = wire(link(0, 0, 10_000_000, 0, 0), FRAMES);
    send(wire, FRAMES);
    assertThat(arrivals.get(FRAMES - 1).at).isEqualTo(FRAMES * 99_200L);
  }

  @Test
  void aFullRingTakesNoFrame() {
    Wire wire = wire(link(0, 0, 992_000, 0, 0), 2);
    assertThat(wire.send(frame(0))).isTrue();
    assertThat(wire.send(frame(1))).isTrue();
    assertThat(wire.send(frame(2))).isFalse();
    bus.run();
    assertThat(wire.send(frame(3))).isTrue();
    bus.run();
    assertThat(numbers()).containsExactly(0, 1, 3);
  }

  @Test
  void jitterIsUniformAndReordersNothing() {
    Wire wire = wire(link(1000, 500, 1_000_000, 0, 0), FRAMES);
    send(wire, FRAMES);
    assertThat(numbers()).isSorted().hasSize(FRAMES);
    double mean =
        arrivals.stream().mapToLong(it -> it.at - (it.number + 1) * 992_000L).average().orElse(0);
    // frames are 992 us apart and jitter is at most 500 us, so none waits for the one before
    assertThat(mean).isBetween(1_245_000.0, 1_255_000.0);
    assertThat(arrivals)
        .allMatch(it -> between(it.at - (it.number + 1) * 992_000L, 1_000_000, 1_500_000));
  }

  @Test
  void evenJitterFarAboveTheGapReordersNothing() {
    Wire wire = wire(link(0, 100_000, 1_000_000_000, 0, 0), FRAMES);
    send(wire, FRAMES);
    assertThat(numbers()).isSorted().hasSize(FRAMES);
  }

  @Test
  void lossIsAsOftenAsSaidAndCounted() {
    Wire wire = wire(link(10, 0, 1_000_000_000, 0.1, 0), FRAMES);
    send(wire, FRAMES);
    assertThat(bus.counted("lost") + arrivals.size()).isEqualTo(FRAMES);
    // 20000 draws of 0.1: the standard deviation is 42
    assertThat(bus.counted("lost")).isBetween(1_790L, 2_210L);
  }

  @Test
  void aLinkThatLosesEverythingDeliversNothing() {
    Wire wire = wire(link(10, 0, 1_000_000_000, 1, 0), 16);
    send(wire, 16);
    assertThat(arrivals).isEmpty();
    assertThat(bus.counted("lost")).isEqualTo(16);
  }

  @Test
  void reorderedFramesAreOvertaken() {
    Wire wire = wire(link(10, 0, 1_000_000_000, 0, 0.01), FRAMES);
    send(wire, FRAMES);
    assertThat(numbers()).hasSize(FRAMES).isNotEqualTo(IntStream.range(0, FRAMES).boxed().toList());
    assertThat(bus.counted("reordered")).isBetween(130L, 270L);
    assertThat(arrivals.stream().filter(it -> it.at >= 1_000_000 + (it.number + 1) * 992L).count())
        .isEqualTo(bus.counted("reordered"));
  }

  @Test
  void theSameSeedIsTheSameLink() {
    send(wire(link(10, 300, 1_000_000, 0.2, 0.1), 1000), 1000);
    WireTest again = new WireTest();
    again.send(again.wire(link(10, 300, 1_000_000, 0.2, 0.1), 1000), 1000);
    assertThat(again.arrivals).isEqualTo(arrivals);
  }

  private Wire wire(LinkSettings link, int places) {
    return new Wire(link, bus, bus::after, places, this::arrived);
  }

  private void arrived(Octets frame) {
    arrivals.add(new Arrival(frame.octet(0) << 16 | frame.number(1), bus.clock().nanos()));
  }

  private void send(Wire wire, int frames) {
    IntStream.range(0, frames).forEach(i -> wire.send(frame(i)));
    bus.run();
  }

  private List<Integer> numbers() {
    return arrivals.stream().map(Arrival::number).toList();
  }

  private static boolean between(long value, long least, long most) {
    return value >= least && value <= most;
  }

  private static Octets frame(int number) {
    byte[] bytes = new byte[100];
    bytes[0] = (byte) (number >> 16);
    bytes[1] = (byte) (number >> 8);
    bytes[2] = (byte) number;
    return Octets.of(bytes);
  }

  private static LinkSettings link(
      long latencyMicros, long jitterMicros, long rate, double loss, double reorder) {
    return new LinkSettings(
        Duration.ofNanos(latencyMicros * 1000),
        Duration.ofNanos(jitterMicros * 1000),
        rate,
        loss,
        reorder,
        Duration.ofMillis(1),
        new Bytes(1500));
  }
}
