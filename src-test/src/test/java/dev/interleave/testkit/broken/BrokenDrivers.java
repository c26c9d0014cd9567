package dev.interleave.testkit.broken;

import dev.interleave.kernel.Driver;
import dev.interleave.testkit.broken.Faulty.Ask;
import dev.interleave.testkit.broken.Faulty.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;

/** The broken drivers, each with the rule of the contract that catches it. */
final class BrokenDrivers {
  private BrokenDrivers() {}

  /**
   * A driver with one fault.
   *
   * @param fault in words
   * @param driver makes it
   * @param request makes a request for it
   * @param rule the name of the rule that catches it
   */
  record Broken(
      String fault,
      Supplier<Driver<Message>> driver,
      BiFunction<Integer, ActorRef<Object>, Message> request,
      String rule) {

    @Override
    public String toString() {
      return fault + " -> " + rule;
    }
  }

  static List<Broken> all() {
    List<Broken> all = new ArrayList<>();
    all.addAll(answering());
    all.addAll(living());
    all.addAll(impure());
    return all;
  }

  private static List<Broken> answering() {
    String once = "everyRequestIsAnsweredOnce";
    return List.of(
        faulty("forgets every third request", AnswerFaults.Forgetful::new, once),
        faulty("answers twice", AnswerFaults.Twice::new, once),
        faulty("answers once more, later", AnswerFaults.OnceMoreLater::new, once),
        faulty("answers whoever asked last", AnswerFaults.AnswersTheLast::new, once),
        faulty("has room for one request", AnswerFaults.OneSlot::new, once),
        faulty("stops when it has served one", AnswerFaults.Stopping::new, once),
        faulty("answers from a thread of its own", AnswerFaults.OwnThread::new, once),
        faulty(
            "drops what its queue cannot hold",
            AnswerFaults.ShortQueue::new,
            "manyRequestsAtOnceAreAnsweredOnce"),
        faulty(
            "takes an interrupt for one finished job",
            AnswerFaults.OneAnInterrupt::new,
            "oneInterruptMayStandForSeveral"),
        faulty("does not know its interrupt", AnswerFaults.Unhandled::new, "noMessageIsUnhandled"),
        new Broken(
            "hides the reply address from the kernel",
            () -> new Faulty(Faulty.Life::new),
            (number, replyTo) -> new Faulty.Hidden(new Ask(number, replyTo)),
            "aFullMailboxLosesOnlyWhatItCounts"));
  }

  private static List<Broken> living() {
    String crash = "aCrashAtAnyMessageIsSurvivedAndNothingIsAnsweredAfterIt";
    String halt = "aHaltAtAnyTimeUnplugsItsDevices";
    return List.of(
        broken("keeps what it owed across a crash", BrokenDrivers::keeping, crash),
        broken("starts but once", BrokenDrivers::startingOnce, crash),
        broken(
            "is worn out after 500 lives", BrokenDrivers::worn, "aThousandLivesLeaveNothingBehind"),
        faulty(
            "leaves a child behind with each request",
            LifeFaults.Children::new,
            "aThousandRequestsLeaveNothingBehind"),
        faulty("leaves a thread behind", LifeFaults.LeavesThread::new, "noThreadIsLeft"),
        faulty("has a device that can be unplugged but once", LifeFaults.UnplugsOnce::new, halt),
        faulty("plugs its device in twice", LifeFaults.PlugsTwice::new, halt));
  }

  private static List<Broken> impure() {
    String pure = "itReadsNoClockAndThrowsNoDiceOfItsOwn";
    AtomicLong shared = new AtomicLong();
    return List.of(
        broken(
            "remembers an earlier run",
            () -> new Faulty(() -> new LifeFaults.Remembering(shared)),
            "sameInputGivesTheSameTrace"),
        faulty("waits in its handler", LifeFaults.Waiting::new, "noHandlerWaits"),
        broken("asks the wall clock", Impure.WallClock::new, pure),
        broken("throws dice of its own", Impure.OwnDice::new, pure));
  }

  private static Driver<Message> keeping() {
    Deque<Ask> kept = new ArrayDeque<>();
    return new Faulty(() -> new LifeFaults.Keeping(kept));
  }

  private static Driver<Message> startingOnce() {
    Faulty.Machine machine = new LifeFaults.PluggedOnce();
    return new Faulty(() -> new Faulty.Life(machine));
  }

  private static Driver<Message> worn() {
    AtomicLong lives = new AtomicLong();
    return new Faulty(() -> new LifeFaults.Worn(lives));
  }

  private static Broken faulty(String fault, Supplier<Faulty.Life> lives, String rule) {
    return broken(fault, () -> new Faulty(lives), rule);
  }

  private static Broken broken(String fault, Supplier<Driver<Message>> driver, String rule) {
    return new Broken(fault, driver, Ask::new, rule);
  }
}
