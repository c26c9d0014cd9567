package dev.interleave.testkit;

import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Driver;
import dev.interleave.kernel.Host;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.MailboxSettings;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Overflow;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.RestartSettings;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RandomOrder;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.kernel.trace.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * One run of a driver under test with clients that ask it. On virtual cores under the policy {@code
 * random}, so that the seed is the schedule. Not threadsafe.
 */
final class Trial {
  static final String DRIVER = "driver";
  private static final Duration LINGER = Duration.ofSeconds(1);
  private static final Duration REAL_LIMIT = Duration.ofSeconds(20);
  private static final Duration VIRTUAL_LIMIT = Duration.ofMinutes(10);

  private final Driver<?> driver;
  private final BiFunction<Integer, ActorRef<Object>, Object> request;
  private final Machine machine;
  private int clients = 1;
  private int each = 1;
  private Asker.Manner manner = Asker.Manner.AT_ONCE;
  private MailboxSettings mailbox = MailboxSettings.DEFAULT;
  private RestartSettings restart = RestartSettings.DEFAULT;
  private IntPredicate crashes = message -> false;
  private Duration interruptsLate = Duration.ZERO;
  private Optional<Duration> until = Optional.empty();

  Trial(Driver<?> driver, BiFunction<Integer, ActorRef<Object>, Object> request, Machine machine) {
    this.driver = driver;
    this.request = request;
    this.machine = machine;
  }

  /** So many clients, each with so many requests. */
  Trial clients(int count, int requestsEach, Asker.Manner asking) {
    clients = count;
    each = requestsEach;
    manner = asking;
    return this;
  }

  Trial mailbox(int capacity, Overflow overflow) {
    mailbox = new MailboxSettings(capacity, overflow);
    return this;
  }

  /** The driver crashes at its messages of these numbers, from 1, counted over all lives. */
  Trial crashingAt(IntPredicate messages, RestartSettings then) {
    crashes = messages;
    restart = then;
    return this;
  }

  Trial interruptsLate(Duration by) {
    interruptsLate = by;
    return this;
  }

  /** Ends at the latest at {@code time} since boot. */
  Trial until(Duration time) {
    until = Optional.of(time);
    return this;
  }

  private boolean virtual() {
    return machine instanceof Machine.Simulated;
  }

  Tried run() {
    Devices devices = new Devices(interruptsLate);
    Tampering tampering = new Tampering(crashes);
    Queue<Asker.Answer> answers = new ConcurrentLinkedQueue<>();
    Queue<Object> late = new ConcurrentLinkedQueue<>();
    List<Event> events = Collections.synchronizedList(new ArrayList<>());
    Kernel kernel =
        Kernel.boot(plan(tampering, devices, answers, late), List.of(events::add), Host.NONE);
    Outcome outcome = kernel.run();
    ScenarioBench.Run run =
        new ScenarioBench.Run(outcome, kernel.digest().orElse(""), List.copyOf(events));
    return new Tried(
        run, clients * each, List.copyOf(answers), List.copyOf(late), devices, tampering);
  }

  private Plan plan(
      Tampering tampering, Devices devices, Queue<Asker.Answer> answers, Queue<Object> late) {
    List<Part> parts = new ArrayList<>();
    TaskSettings settings = new TaskSettings(0, 1, Optional.empty(), mailbox, Map.of(), restart);
    Tampered<?> tampered = new Tampered<>(driver, tampering, devices);
    parts.add(new Part.DriverPart(DRIVER, tampered, List.of(), settings));
    for (int client = 0; client < clients; client++) {
      parts.add(client(client, answers, late));
    }
    Policy policy = virtual() ? new RandomOrder() : new Fifo();
    Duration limit = until.orElse(virtual() ? VIRTUAL_LIMIT : REAL_LIMIT);
    return new Plan("contract", machine, policy, Optional.of(limit), parts);
  }

  private Part client(int number, Queue<Asker.Answer> answers, Queue<Object> late) {
    Duration linger = virtual() ? LINGER : Duration.ZERO;
    return new Part.ProgramPart(
        Tried.CLIENT + number,
        new Asker(DRIVER, request, number * each, each, manner, linger, answers, late),
        List.of(DRIVER),
        TaskSettings.DEFAULT,
        new Arrivals.Once());
  }
}
