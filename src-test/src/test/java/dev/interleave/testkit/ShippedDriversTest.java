package dev.interleave.testkit;

import dev.interleave.drivers.display.DisplayDriver;
import dev.interleave.drivers.keyboard.KeyboardDriver;
import dev.interleave.drivers.network.NetworkDriver;
import dev.interleave.drivers.store.StoreDriver;
import dev.interleave.drivers.timer.TimerDriver;
import dev.interleave.drivers.vector.VectorDriver;
import dev.interleave.kernel.Driver;
import dev.interleave.kernel.Part;
import dev.interleave.sim.program.ScenarioRun;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Nested;

/** The shipped drivers keep the contract, and so does the one that the kit's own tests use. */
class ShippedDriversTest {

  @Nested
  class LampKeepsIt implements DriverContract<Lamp.Message> {
    @Override
    public Driver<Lamp.Message> driver() {
      return new Lamp(Duration.ofNanos(40_000));
    }

    @Override
    public Lamp.Message request(int number, ActorRef<Object> replyTo) {
      return number % 2 == 0 ? new Lamp.On(replyTo.narrow()) : new Lamp.Off(replyTo.narrow());
    }
  }

  @Nested
  class VectorKeepsIt implements DriverContract<VectorDriver.Message> {
    @Override
    public Driver<VectorDriver.Message> driver() {
      return shipped("vector, chunk = 20, cost-per-element = 10 ns");
    }

    @Override
    public VectorDriver.Message request(int number, ActorRef<Object> replyTo) {
      return new VectorDriver.Sum(100L * (number % 7), replyTo.narrow());
    }
  }

  @Nested
  class TimerKeepsIt implements DriverContract<TimerDriver.Message> {
    @Override
    public Driver<TimerDriver.Message> driver() {
      return shipped("timer");
    }

    @Override
    public TimerDriver.Message request(int number, ActorRef<Object> replyTo) {
      Duration delay = Duration.ofNanos(100_000L * (number % 4));
      return new TimerDriver.After(Optional.empty(), delay, replyTo.narrow());
    }
  }

  @Nested
  class StoreKeepsIt implements DriverContract<StoreDriver.Message> {
    @Override
    public Driver<StoreDriver.Message> driver() {
      return shipped("store, capacity = 1000000, items = 500000");
    }

    @Override
    public StoreDriver.Message request(int number, ActorRef<Object> replyTo) {
      return number % 2 == 0
          ? new StoreDriver.Put(Optional.empty(), replyTo.narrow())
          : new StoreDriver.Take(Optional.of(2L), replyTo.narrow());
    }
  }

  @Nested
  class KeyboardKeepsIt implements DriverContract<KeyboardDriver.Message> {
    @Override
    public Driver<KeyboardDriver.Message> driver() {
      return shipped("keyboard, source = synthetic, typist { words-per-minute = 6000 }");
    }

    @Override
    public KeyboardDriver.Message request(int number, ActorRef<Object> replyTo) {
      return new KeyboardDriver.Read(replyTo.narrow());
    }
  }

  @Nested
  class DisplayKeepsIt implements DriverContract<DisplayDriver.Message> {
    @Override
    public Driver<DisplayDriver.Message> driver() {
      return shipped("display, backend = none, refresh = 1000");
    }

    @Override
    public DisplayDriver.Message request(int number, ActorRef<Object> replyTo) {
      return number % 3 == 0
          ? new DisplayDriver.Snapshot(replyTo.narrow())
          : new DisplayDriver.Print("line " + number + "\n", replyTo.narrow());
    }
  }

  @Nested
  class NetworkKeepsIt implements DriverContract<NetworkDriver.Message> {
    @Override
    public Driver<NetworkDriver.Message> driver() {
      return shipped("network");
    }

    @Override
    public NetworkDriver.Message request(int number, ActorRef<Object> replyTo) {
      return number % 2 == 0
          ? new NetworkDriver.Ping("host", replyTo.narrow())
          : new NetworkDriver.Send("host", 7, "text " + number, replyTo.narrow());
    }
  }

  @SuppressWarnings("unchecked") // the type is the caller's word
  private static <M> Driver<M> shipped(String settings) {
    return ScenarioRun.load("drivers { it { type = " + settings + " } }").plan().parts().stream()
        .map(Part.DriverPart.class::cast)
        .map(part -> (Driver<M>) part.driver())
        .findFirst()
        .orElseThrow();
  }
}
