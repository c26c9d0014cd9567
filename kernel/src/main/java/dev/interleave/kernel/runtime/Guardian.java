package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import org.apache.pekko.actor.DeadLetter;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/** The kernel's own actor: starts components, counts programs, serves locks. It is no task. */
final class Guardian extends AbstractBehavior<Guardian.Command> {

  sealed interface Command {}

  /** Start everything that the plan says. */
  record Start(Running run, Plan plan, Runnable onExit) implements Command {}

  /** The next instance of a program arrives, at {@code at} nanoseconds since boot. */
  record Arrive(Part.ProgramPart part, long instance, long at) implements Command {}

  /** A program ends the run. */
  record Exit() implements Command {}

  /** Wants a lock; {@code granted} goes to {@code holder} when it has it. */
  record Lock(String lock, ActorRef<Object> holder, Object granted) implements Command {}

  /** Gives a lock back. */
  record Unlock(String lock, ActorRef<Object> holder) implements Command {}

  /** A message found nobody. */
  record Dead(Object message) implements Command {}

  private Start start;
  private long programs;

  private Guardian(ActorContext<Command> context, Start start) {
    super(context);
    this.start = start;
  }

  static Behavior<Command> create() {
    return Behaviors.receive(Command.class)
        .onMessage(Start.class, start -> Behaviors.setup(actor -> started(actor, start)))
        .build();
  }

  private static Behavior<Command> started(ActorContext<Command> context, Start start) {
    Guardian guardian = new Guardian(context, start);
    guardian.listenToDeadLetters();
    start.plan.parts().forEach(guardian::startPart);
    guardian.endWhenDone();
    return guardian;
  }

  private void listenToDeadLetters() {
    ActorRef<DeadLetter> dead =
        getContext().messageAdapter(DeadLetter.class, letter -> new Dead(letter.message()));
    Adapter.toClassic(getContext().getSystem())
        .eventStream()
        .subscribe(Adapter.toClassic(dead), DeadLetter.class);
  }

  private Behavior<Command> countDead(Dead dead) {
    start.run.asks().fail(dead.message, "nobody is there to answer");
    start.run.engine().record((trace, at) -> trace.dropped(at, 0, "dead-letters", 1));
    return this;
  }

  private void startPart(Part part) {
    start.run.engine().profile(part.name(), part.task());
    if (part instanceof Part.DriverPart driver) {
      startDriver(driver);
    } else {
      Part.ProgramPart program = (Part.ProgramPart) part;
      new ArrivalProcess(start.run, program, getContext().getSelf()).begin();
      programs += ArrivalProcess.expected(program.arrivals());
    }
  }

  private void startDriver(Part.DriverPart part) {
    Identity who = new Identity(part.name(), part.uses());
    Recovery recovery = new Recovery.BackOff(part.task().restart());
    ActorRef<Object> reference =
        getContext()
            .spawn(ComponentActor.driver(start.run, who, part.driver(), recovery), part.name());
    start.run.wiring().started(part.name(), reference);
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Arrive.class, this::arrive)
        .onMessage(Dead.class, this::countDead)
        .onMessage(Exit.class, exit -> exit())
        .onMessage(Lock.class, lock -> start.run.locks().lock(lock, this))
        .onMessage(Unlock.class, unlock -> start.run.locks().unlock(unlock, this))
        .onSignal(Terminated.class, program -> programEnded())
        .build();
  }

  private Behavior<Command> arrive(Arrive arrival) {
    Part.ProgramPart part = arrival.part;
    boolean only = part.arrivals() instanceof Arrivals.Once;
    String name = only ? part.name() : part.name() + "." + arrival.instance;
    Identity who = new Identity(part.name(), arrival.instance, part.uses(), arrival.at);
    ActorRef<Object> reference =
        getContext().spawn(ComponentActor.program(start.run, who, part.program()), name);
    if (only) {
      start.run.wiring().started(part.name(), reference);
    }
    getContext().watch(reference);
    return this;
  }

  private Behavior<Command> exit() {
    start.onExit.run();
    return this;
  }

  private Behavior<Command> programEnded() {
    programs--;
    endWhenDone();
    return this;
  }

  private void endWhenDone() {
    boolean any = start.plan.parts().stream().anyMatch(Part.ProgramPart.class::isInstance);
    if (any && programs == 0) {
      start.run.engine().haltWhenQuiet();
    }
  }

  /** A rule is broken. */
  void fail(String reason) {
    start.run.engine().fail(reason);
  }
}
