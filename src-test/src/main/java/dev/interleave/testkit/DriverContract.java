package dev.interleave.testkit;

import static dev.interleave.testkit.Asker.Manner.AT_ONCE;
import static dev.interleave.testkit.Asker.Manner.IN_TURN;
import static dev.interleave.testkit.Asker.Manner.UNTIL_SERVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Overflow;
import dev.interleave.kernel.RestartSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;

/**
 * What every driver keeps. Yours is held to it by saying what it is and what may be asked:
 *
 * <pre>{@code
 * class LampTest implements DriverContract<Message> {
 *   public Driver<Message> driver() { return new Lamp(Duration.ofMillis(1)); }
 *   public Message request(int number, ActorRef<Object> replyTo) {
 *     return new Switch(number % 2 == 0, replyTo.narrow());
 *   }
 * }
 * }</pre>
 *
 * <p>Each rule faces several schedules on virtual cores and, where time is not of the essence, one
 * real thread and two real cores. A failure names the machine and its seed.
 *
 * @param <M> the driver's protocol
 */
public interface DriverContract<M> {
  /** How many schedules most rules face on each number of virtual cores. */
  int SCHEDULES = 3;

  /** How many lives of one driver, and how many requests to one life, leave nothing behind. */
  int LIVES = 1_000;

  /** The driver, with its settings. */
  Driver<M> driver();

  /**
   * A request that the driver answers exactly once, whatever else it is asked.
   *
   * @param number from 0; those of one run differ
   * @param replyTo where the answer goes; {@code replyTo.narrow()} is the address of the type that
   *     the request wants
   */
  M request(int number, ActorRef<Object> replyTo);

  @Test
  default void everyRequestIsAnsweredOnce() {
    everywhere().forEach(machine -> assertServed(trial(machine).clients(4, 3, AT_ONCE), machine));
  }

  @Test
  default void manyRequestsAtOnceAreAnsweredOnce() {
    virtual(1).forEach(machine -> assertServed(trial(machine).clients(10, 50, AT_ONCE), machine));
    real().forEach(machine -> assertServed(trial(machine).clients(10, 5, AT_ONCE), machine));
  }

  @Test
  default void oneInterruptMayStandForSeveral() {
    virtual(SCHEDULES)
        .forEach(
            machine -> {
              Trial late = trial(machine).interruptsLate(Duration.ofMillis(20));
              assertServed(late.clients(4, 3, AT_ONCE), machine);
            });
  }

  @Test
  default void aFullMailboxLosesOnlyWhatItCounts() {
    for (Machine machine : Stream.concat(virtual(2), real()).toList()) {
      Tried rejecting = full(machine, Overflow.REJECT).run();
      assertThat(rejecting.lost()).as("rejecting, on %s", machine).isEmpty();
      assertThat(rejecting.failedAsks())
          .as("rejected, and counted at the mailbox, on %s", machine)
          .isEqualTo(rejecting.dropped("mailbox"));
      assertServed(full(machine, Overflow.BLOCK), machine);
    }
    for (Machine machine : virtual(1).toList()) {
      for (Overflow overflow : List.of(Overflow.DROP_NEWEST, Overflow.DROP_OLDEST)) {
        Tried dropping = full(machine, overflow).until(Duration.ofSeconds(10)).run();
        assertThat((long) dropping.lost().size())
            .as("unanswered, and counted at the mailbox (%s), on %s", overflow, machine)
            .isEqualTo(dropping.dropped("mailbox"));
      }
    }
  }

  private Trial full(Machine machine, Overflow overflow) {
    return trial(machine).clients(4, 10, AT_ONCE).mailbox(2, overflow);
  }

  @Test
  default void aCrashAtAnyMessageIsSurvivedAndNothingIsAnsweredAfterIt() {
    Machine first = Machine.Simulated.of(1, 1);
    int messages = trial(first).clients(3, 2, AT_ONCE).run().tampering().messages();
    for (int message = 1; message <= Math.min(messages, 12); message++) {
      for (Machine machine : virtual(1).toList()) {
        assertServed(crashing(machine, message), "crash at message " + message, machine);
      }
    }
    real().forEach(machine -> assertServed(crashing(machine, 2), "crash at message 2", machine));
  }

  private Trial crashing(Machine machine, int message) {
    return trial(machine)
        .clients(3, 2, UNTIL_SERVED)
        .crashingAt(number -> number == message, RestartSettings.DEFAULT);
  }

  @Test
  default void afterItsLimitOfRestartsItStaysDownAndSaysSo() {
    Duration backoff = Duration.ofMillis(2);
    RestartSettings restarts = new RestartSettings(3, backoff, Duration.ofMillis(5));
    Machine machine = Machine.Simulated.of(1, 1);
    Tried down = trial(machine).clients(1, 8, IN_TURN).crashingAt(message -> true, restarts).run();
    assertThat(down.lost()).as("after the last restart").isEmpty();
    assertThat(down.waits()).as("the waits for a restart").hasSize(3);
    assertThat(down.waits().get(0)).isGreaterThanOrEqualTo(backoff.toNanos());
    assertThat(down.waits().get(1)).isGreaterThanOrEqualTo(2 * backoff.toNanos());
  }

  @Test
  default void aHaltAtAnyTimeUnplugsItsDevices() {
    for (Machine machine : virtual(1).toList()) {
      List<Long> times = trial(machine).clients(2, 2, AT_ONCE).run().times();
      for (int i = 0; i < times.size(); i += 1 + times.size() / 5) {
        assertUnplugged(machine, Duration.ofNanos(times.get(i) + 1));
      }
    }
    real().forEach(machine -> assertUnplugged(machine, Duration.ofMillis(5)));
  }

  private void assertUnplugged(Machine machine, Duration at) {
    Tried halted = trial(machine).clients(2, 2, AT_ONCE).until(at).run();
    assertThat(halted.failures()).as("halted after %s, on %s", at, machine).isEmpty();
    assertThat(halted.devices().faults()).as("on %s", machine).isEmpty();
    assertThat(halted.devices().plugged()).as("still plugged in, on %s", machine).isZero();
    assertThat(halted.devices().heardAfterTheEnd())
        .as("heard after the end, on %s", machine)
        .isZero();
  }

  @Test
  default void aThousandLivesLeaveNothingBehind() {
    Machine machine = Machine.Simulated.of(1, 1);
    Tried one = trial(machine).clients(1, 2, IN_TURN).run();
    RestartSettings restarts =
        new RestartSettings(LIVES * 2, Duration.ofNanos(1), Duration.ofMillis(1));
    int requests = 2 * LIVES + 2;
    Tried lives =
        trial(machine)
            .clients(1, requests, IN_TURN)
            .crashingAt(message -> message % 2 == 0 && message <= 2 * LIVES, restarts)
            .run();
    assertThat(lives.waits()).as("restarts").hasSizeGreaterThanOrEqualTo(LIVES);
    assertThat(lives.lastServed()).as("the last request that is served").isEqualTo(requests - 1);
    assertNoMore(lives, one, LIVES + " lives");
  }

  @Test
  default void aThousandRequestsLeaveNothingBehind() {
    Machine machine = Machine.Simulated.of(1, 1);
    Tried one = trial(machine).clients(1, 2, IN_TURN).run();
    Tried many = trial(machine).clients(1, LIVES, IN_TURN).run();
    assertThat(many.faults()).isEmpty();
    assertNoMore(many, one, LIVES + " requests");
  }

  private void assertNoMore(Tried many, Tried few, String what) {
    assertThat(many.failures()).as(what).isEmpty();
    assertThat(many.tasks().atTheEnd())
        .as("tasks after %s", what)
        .isLessThanOrEqualTo(few.tasks().most());
    assertThat(many.devices().faults()).isEmpty();
    assertThat(many.devices().mostPlugged())
        .as("devices at once in %s", what)
        .isLessThanOrEqualTo(few.devices().mostPlugged());
  }

  @Test
  default void noThreadIsLeft() {
    Threads threads = new Threads();
    virtual(1).forEach(machine -> crashing(machine, 2).run());
    real().forEach(machine -> trial(machine).clients(2, 2, AT_ONCE).run());
    real().forEach(machine -> crashing(machine, 2).run());
    assertThat(threads.left()).as("threads that still run after all kernels ended").isEmpty();
  }

  @Test
  default void sameInputGivesTheSameTrace() {
    for (Machine machine : virtual(SCHEDULES).toList()) {
      ScenarioBench.Run first = trial(machine).clients(4, 3, AT_ONCE).run().run();
      ScenarioBench.Run second = trial(machine).clients(4, 3, AT_ONCE).run().run();
      assertThat(Traces.firstDifference(first.events(), second.events()))
          .as("the first difference of two runs on %s", machine)
          .isEmpty();
      assertThat(second.digest()).isEqualTo(first.digest());
    }
  }

  @Test
  default void noHandlerWaits() {
    for (Machine machine : virtual(1).toList()) {
      Tried tried = trial(machine).clients(4, 3, AT_ONCE).run();
      assertThat(tried.tampering().waits()).as("messages whose handler waited").isEmpty();
    }
  }

  @Test
  default void noMessageIsUnhandled() {
    for (Machine machine : virtual(1).toList()) {
      Tried tried = trial(machine).clients(4, 3, AT_ONCE).run();
      assertThat(tried.dropped("unhandled")).as("unhandled messages on %s", machine).isZero();
    }
  }

  @Test
  default void itReadsNoClockAndThrowsNoDiceOfItsOwn() {
    assertThat(Purity.faultsOf(driver().getClass())).isEmpty();
  }

  private void assertServed(Trial trial, Machine machine) {
    assertServed(trial, "every request is served", machine);
  }

  private static void assertServed(Trial trial, String what, Machine machine) {
    assertThat(trial.run().faults()).as("%s, on %s", what, machine).isEmpty();
  }

  private Trial trial(Machine machine) {
    return new Trial(driver(), this::request, machine);
  }

  private static Stream<Machine> everywhere() {
    return Stream.concat(virtual(SCHEDULES), real());
  }

  private static Stream<Machine> real() {
    return Stream.of(new Machine.OneThread(1), new Machine.Multicore(2, 1));
  }

  private static Stream<Machine> virtual(int schedules) {
    return Stream.of(1, 2, 4)
        .flatMap(
            cores ->
                LongStream.rangeClosed(1, schedules)
                    .mapToObj(seed -> Machine.Simulated.of(cores, seed)));
  }
}
