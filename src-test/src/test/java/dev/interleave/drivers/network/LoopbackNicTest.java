package dev.interleave.drivers.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interleave.drivers.Dialogue;
import dev.interleave.drivers.Dialogue.Question;
import dev.interleave.drivers.network.NetworkDriver.Line;
import dev.interleave.drivers.network.NetworkDriver.Ping;
import dev.interleave.drivers.network.NetworkDriver.Pong;
import dev.interleave.drivers.network.NetworkDriver.Send;
import dev.interleave.kernel.Host;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.kernel.trace.Event;
import dev.interleave.sim.program.ScenarioRun;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real backend: the same driver, its frames in datagrams on loopback. */
class LoopbackNicTest {

  private static final List<Question> TALK =
      List.of(to -> new Ping("host", to.narrow()), to -> new Send("host", 7, "hello", to.narrow()));

  private final int here = freePort();
  private final int there = freePort();

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore"})
  void twoCardsOfOneKernelTalk(String dispatcher) {
    String text = "drivers {" + left() + right() + "}";
    assertTalk(Dialogue.on(dispatcher, text, "left", TALK));
  }

  @Test
  void twoKernelsTalk() throws Exception {
    Other other = new Other();
    try {
      String text = "drivers {" + left() + "}";
      assertTalk(Dialogue.on("one-thread", text, "left", TALK));
    } finally {
      assertThat(other.end()).isEqualTo(Outcome.End.DRAINED);
    }
  }

  @Test
  void aKernelThatComesLaterIsFound() throws Exception {
    CompletableFuture<Dialogue> early =
        beside(
            () ->
                Dialogue.on("one-thread", "drivers {" + left() + "}", "left", TALK.subList(1, 2)));
    Other other = new Other();
    assertThat(early.get().replies()).first().isInstanceOf(Line.class);
    other.end();
  }

  @Test
  void garbageIsCountedAndDoesNoHarm() throws Exception {
    Other other = new Other();
    try {
      Random random = new Random(1);
      await().until(() -> !isFree(there));
      try (DatagramSocket socket = new DatagramSocket()) {
        for (int i = 0; i < 50; i++) {
          byte[] bytes = new byte[random.nextInt(100)];
          random.nextBytes(bytes);
          bytes = i % 2 == 0 ? bytes : new byte[0];
          socket.send(
              new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), there));
        }
      }
      await().until(() -> other.malformed() >= 25);
      String text = "drivers {" + left() + "}";
      assertTalk(Dialogue.on("one-thread", text, "left", TALK));
    } finally {
      other.end();
    }
  }

  @Test
  void aPortInUseIsToldInWords() throws IOException {
    try (DatagramSocket taken =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), here))) {
      ScenarioRun run = ScenarioRun.on("one-thread", "drivers {" + left() + "}");
      assertThat(taken.isBound()).isTrue();
      assertThat(run.outcome().end()).isEqualTo(Outcome.End.FAILED);
      assertThat(run.outcome().failure())
          .get()
          .asString()
          .startsWith("left cannot start: UDP port " + here + " cannot be used (")
          .endsWith("): set udp.local-port to a free one");
    }
  }

  @Test
  void theSimulatedDispatcherRefusesTheWallClock() {
    ScenarioRun run = ScenarioRun.simulated("drivers {" + left() + "}");
    assertThat(run.outcome().end()).isEqualTo(Outcome.End.FAILED);
    assertThat(run.outcome().failure())
        .contains(
            "left cannot start: backend = udp needs the wall clock: use the dispatcher one-thread"
                + " or multicore, or backend = simulated");
  }

  @Test
  void aCardThatCrashedTakesItsPortAgain() {
    Dialogue dialogue =
        Dialogue.on(
            "one-thread",
            "drivers {" + left() + right() + "}",
            "left",
            List.of(TALK.get(0), LoopbackNicTest::crash, TALK.get(0)));
    assertThat(dialogue.replies().get(1)).asString().startsWith("left crashed: ");
    assertThat(dialogue.replies().get(2)).isInstanceOf(Pong.class);
  }

  @Test
  void aCardThatIsUnpluggedFreesItsPort() {
    String text = "drivers {" + left() + right() + "}";
    for (int i = 0; i < 3; i++) {
      assertTalk(Dialogue.on("one-thread", text, "left", TALK));
    }
    assertThat(isFree(here)).isTrue();
  }

  /** No host at all is more than the driver can take. */
  @SuppressWarnings("NullAway") // the point of it
  private static Object crash(ActorRef<Object> to) {
    return new Ping(null, to.narrow());
  }

  private static void assertTalk(Dialogue dialogue) {
    assertThat(dialogue.replies())
        .satisfiesExactly(
            reply -> assertThat(reply).isInstanceOf(Pong.class),
            reply -> assertThat(((Line) reply).text()).isEqualTo("hello"));
  }

  /** Runs something that may wait for long in a thread of its own; the common pool may have one. */
  private static <T> CompletableFuture<T> beside(Supplier<T> run) {
    return CompletableFuture.supplyAsync(run, task -> new Thread(task, "beside").start());
  }

  private String left() {
    return " left { type = network, backend = udp, udp { local-port = "
        + here
        + ", peer-port = "
        + there
        + " } }\n";
  }

  private String right() {
    return " right { type = network, backend = udp, address = 10.0.0.2\n"
        + "   mac = \"02:00:00:00:00:02\", peer { name = left, address = 10.0.0.1 }\n"
        + "   udp { local-port = "
        + there
        + ", peer-port = "
        + here
        + " } }\n";
  }

  /** A kernel with the other card alone, in a thread of its own. */
  private final class Other {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Kernel kernel =
        Kernel.boot(
            ScenarioRun.load("drivers {" + right() + "}", "dispatcher.type=multicore").plan(),
            List.of(events::add),
            Host.NONE);
    private final CompletableFuture<Outcome> outcome = beside(kernel::run);

    long malformed() {
      kernel.accounts();
      return events.stream()
          .filter(it -> it instanceof Event.Dropped drop && drop.place().equals("malformed"))
          .count();
    }

    Outcome.End end() throws Exception {
      kernel.drain();
      return outcome.get().end();
    }
  }

  private static boolean isFree(int port) {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static int freePort() {
    try (DatagramSocket socket = new DatagramSocket()) {
      return socket.getLocalPort();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
