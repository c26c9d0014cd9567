package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RandomOrder;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.kernel.trace.Trace;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Foreign threads send to tasks on real cores: nothing is lost, and each sender's order is kept.
 */
class OutsideSubmissionsTest {
  private static final int TASKS = 100;
  private static final int SENDERS = 4;
  private static final int SOME = 50_000;

  /** Of each sender: a million in all. */
  private static final int MANY = 250_000;

  private static final int ONE_BY_ONE = 5_000;

  private record Note(int sender, int number) {}

  private record Open(CountDownLatch opened, List<ActorRef<Note>> tasks) {}

  private final Semaphore[] handled = new Semaphore[SENDERS];
  private final List<ActorRef<Note>> tasks = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

  static Stream<Arguments> machines() {
    return Stream.of(new Machine.OneThread(1), new Machine.Multicore(2, 1))
        .flatMap(
            machine ->
                Stream.of(
                        new Fifo(),
                        new RoundRobin(Duration.ofMillis(4)),
                        new Priority(),
                        new RandomOrder())
                    .flatMap(
                        policy ->
                            Stream.of(true, false)
                                .map(traced -> Arguments.of(machine, policy, traced))));
  }

  @BeforeEach
  void nothingIsHandled() {
    Arrays.setAll(handled, sender -> new Semaphore(0));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void noWakeUpIsLost(Machine machine, Policy policy, boolean traced) throws InterruptedException {
    int messages = policy instanceof Fifo && !traced ? MANY : SOME;
    everythingIsHandled(machine, policy, traced, sender -> sendAll(sender, messages, messages));
  }

  /** The cores rest after each message, and have to be woken for the next one. */
  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#real")
  void noWakeUpOfACoreThatGoesToRestIsLost(Machine machine) throws InterruptedException {
    everythingIsHandled(machine, new Fifo(), false, sender -> sendAll(sender, ONE_BY_ONE, 1));
  }

  /** As soon as it is taken in it is there again. */
  @Test
  void whatNeverStopsComingInStarvesNoTurn() throws InterruptedException {
    AtomicBoolean comes = new AtomicBoolean(true);
    try (Stage stage = new Stage(new Machine.OneThread(1), new Fifo())) {
      Semaphore turns = new Semaphore(0);
      ActorRef<String> task =
          stage.task(
              "task",
              Behaviors.receiveMessage(
                  message -> {
                    turns.release();
                    return Behaviors.same();
                  }));
      comeAgain((OneThreadEngine) stage.engine(), comes);
      task.tell("turn");
      boolean handled = turns.tryAcquire(30, TimeUnit.SECONDS);
      comes.set(false);
      assertThat(handled).isTrue();
    }
  }

  private static void comeAgain(OneThreadEngine engine, AtomicBoolean comes) {
    if (comes.get()) {
      engine.fromOutside(() -> comeAgain(engine, comes));
    }
  }

  private void everythingIsHandled(
      Machine machine, Policy policy, boolean traced, IntConsumer sending)
      throws InterruptedException {
    Trace trace = traced ? Trace.on() : Trace.off();
    Boot.Booted<Open> booted =
        Boot.create(
            machine, policy, trace, config -> ActorSystem.create(guardian(), "outside", config));
    try {
      tasks.addAll(tasksOf(booted));
      send(sending);
      assertThat(wrong).isEmpty();
      assertThat(booted.engine().failure()).isNull();
    } finally {
      booted.system().terminate();
      booted.engine().settle(() -> booted.system().whenTerminated().isCompleted());
      booted.engine().close();
    }
  }

  private Behavior<Open> guardian() {
    return Behaviors.setup(
        context ->
            Behaviors.receiveMessage(
                open -> {
                  for (int i = 0; i < TASKS; i++) {
                    open.tasks().add(context.spawn(task(), "t" + i));
                  }
                  open.opened().countDown();
                  return Behaviors.same();
                }));
  }

  private Behavior<Note> task() {
    int[] last = new int[SENDERS];
    return Behaviors.receiveMessage(
        note -> {
          if (note.number() <= last[note.sender()]) {
            wrong.add(note + " after " + last[note.sender()]);
          }
          last[note.sender()] = note.number();
          handled[note.sender()].release();
          return Behaviors.same();
        });
  }

  private static List<ActorRef<Note>> tasksOf(Boot.Booted<Open> booted)
      throws InterruptedException {
    Open open = new Open(new CountDownLatch(1), new ArrayList<>());
    booted.system().tell(open);
    open.opened().await();
    return open.tasks();
  }

  private static void send(IntConsumer sending) throws InterruptedException {
    List<Thread> senders = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      int number = sender;
      senders.add(new Thread(() -> sending.accept(number), "sender-" + sender));
    }
    senders.forEach(Thread::start);
    for (Thread sender : senders) {
      sender.join();
    }
  }

  /** Sends, and waits after every {@code batch} until that is handled. */
  private void sendAll(int sender, int messages, int batch) {
    SplittableRandom random = new SplittableRandom(sender);
    for (int i = 1; i <= messages; i++) {
      tasks.get(random.nextInt(tasks.size())).tell(new Note(sender, i));
      if (i % batch == 0 && !allHandled(sender, batch)) {
        wrong.add("of sender " + sender + " not all are handled until " + i);
        return;
      }
    }
  }

  private boolean allHandled(int sender, int batch) {
    try {
      return handled[sender].tryAcquire(batch, 1, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      return false;
    }
  }
}
