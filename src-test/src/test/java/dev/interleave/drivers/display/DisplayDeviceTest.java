package dev.interleave.drivers.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.drivers.LentHost;
import dev.interleave.drivers.display.DisplayDriver.Backend;
import dev.interleave.testkit.DeviceBench;
import dev.interleave.testkit.DeviceBench.Interrupt;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayDeviceTest {
  private final PaperTerminal paper = new PaperTerminal(HostScreen.Kind.ANSI, 80, 24);
  private final DeviceBench bus = new DeviceBench(new LentHost().with(HostScreen.class, paper));
  private long ticket;

  @Test
  void afterARestAChangeIsSeenAtOnce() {
    DisplayDevice device = device(100, 0);
    bus.runTo(ms(55));
    print(device, "a");
    bus.runTo(ms(55));
    assertThat(paper.text()).isEqualTo("a");
    assertThat(device.seen().at()).isEqualTo(ms(55));
  }

  @Test
  void whatFollowsWithinOnePeriodIsSeenAtItsEnd() {
    DisplayDevice device = device(100, 0);
    print(device, "a");
    bus.runTo(ms(1));
    print(device, "b");
    print(device, "c");
    bus.runTo(ms(9));
    assertThat(paper.text()).isEqualTo("a");
    bus.runTo(ms(10));
    assertThat(paper.text()).isEqualTo("abc");
    assertThat(bus.counted("frames")).isEqualTo(2);
  }

  @Test
  void aScreenAtRestDoesNothing() {
    DisplayDevice device = device(100, 0);
    print(device, "a");
    bus.run();
    assertThat(bus.clock().sinceBoot()).isZero();
  }

  @Test
  void keyLatencyIsFromThePressUntilTheFrameIsPainted() {
    DisplayDevice device = device(100, 1_000_000);
    bus.runTo(ms(20));
    device.draw(it -> it.print("a"), Optional.of(ms(13)), ++ticket, false);
    bus.run();
    long cells = bus.counted("cells");
    assertThat(bus.samples("key-latency")).containsExactly(ms(7 + cells).toNanos());
  }

  @Test
  void framesThatAreDueWhileOneIsPaintedAreMissed() {
    DisplayDevice device = device(100, 250_000);
    device.draw(FrameBuffer::clear, Optional.empty(), ++ticket, false);
    bus.runTo(ms(1));
    print(device, "x");
    bus.run();
    assertThat(bus.counted("missed-frames")).isEqualTo(50);
    assertThat(bus.counted("frames")).isEqualTo(2);
    assertThat(paper.text()).isEqualTo("x");
  }

  @Test
  void anInterruptTellsOnlyOfWhatIsAwaited() {
    DisplayDevice device = device(100, 0);
    print(device, "a");
    bus.run();
    assertThat(bus.interrupts()).isEmpty();
    device.draw(it -> it.print("b"), Optional.empty(), ++ticket, true);
    bus.run();
    assertThat(bus.interrupts()).extracting(Interrupt::badge).containsExactly(DisplayDevice.FRAME);
    assertThat(device.seen().ticket()).isEqualTo(ticket);
  }

  @Test
  void unpluggingShowsAndPublishesWhatThereIs() {
    DisplayDevice device = device(1, 0);
    print(device, "one\n");
    bus.run();
    print(device, "two");
    bus.runTo(bus.clock().sinceBoot());
    device.unplug();
    device.unplug();
    assertThat(paper.text()).isEqualTo("one\ntwo");
    assertThat(bus.text("screen")).isEqualTo("one\ntwo");
    assertThat(bus.text("text")).isEqualTo("one\ntwo");
  }

  @Test
  void theTextHasWhatLeftTheScreen() {
    DisplayDevice device = device(100, 0);
    print(device, "a\nb\nc\nd\ne\nf\ng");
    bus.run();
    device.unplug();
    assertThat(bus.text("text")).isEqualTo("a\nb\nc\nd\ne\nf\ng");
    assertThat(bus.text("screen")).isEqualTo("c\nd\ne\nf\ng");
  }

  @Test
  void anOutputThatBreaksIsToldOnceAndNothingElseHappens() {
    DisplayDevice device = device(100, 0);
    print(device, "a");
    bus.run();
    paper.breakDown("Broken pipe");
    bus.runTo(ms(100));
    print(device, "b");
    bus.run();
    bus.runTo(ms(200));
    print(device, "c");
    bus.run();
    device.unplug();
    assertThat(paper.told()).hasMessage("Broken pipe");
    assertThat(bus.text("screen")).isEqualTo("abc");
  }

  @Test
  void aDeviceInItsPlaceShowsTheSameScreen() {
    DisplayDevice device = device(100, 0);
    print(device, "one\ntwo");
    bus.run();
    device.unplug();
    DisplayDevice next = new DisplayDevice(settings(100, 0), Optional.of(device.remains()));
    next.plug(bus);
    print(next, "!");
    bus.run();
    next.unplug();
    assertThat(bus.text("screen")).isEqualTo("one\ntwo!");
  }

  private DisplayDevice device(double refresh, long cellNanos) {
    DisplayDevice device = new DisplayDevice(settings(refresh, cellNanos), Optional.empty());
    device.plug(bus);
    return device;
  }

  private static DisplayDriver settings(double refresh, long cellNanos) {
    return new DisplayDriver(
        400,
        5,
        refresh,
        Backend.AUTO,
        1000,
        1000,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ofNanos(cellNanos));
  }

  private void print(DisplayDevice device, String text) {
    device.draw(it -> it.print(text), Optional.empty(), ++ticket, false);
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
