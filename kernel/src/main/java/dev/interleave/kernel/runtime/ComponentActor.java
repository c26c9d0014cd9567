package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.TaskContext;
import dev.interleave.kernel.dispatch.Thrown;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.ExtensibleBehavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.Signal;
import org.apache.pekko.actor.typed.TypedActorContext;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's side of a component: passes messages of its protocol to its behavior, turns the
 * kernel's signals into such messages, and survives its crashes. The reference to it stays valid
 * across restarts.
 */
final class ComponentActor<M> extends ExtensibleBehavior<Object> {

  /** What starts, and starts again after a crash. */
  private interface Life<M> {
    Behavior<M> start(ComponentContext<M> context);
  }

  private final ComponentContext<M> context;
  private final Life<M> life;
  private final Recovery recovery;
  private Set<ActorRef<?>> owed = Collections.emptySet();
  private @Nullable Behavior<M> behavior;

  private ComponentActor(ComponentContext<M> context, Life<M> life, Recovery recovery) {
    this.context = context;
    this.life = life;
    this.recovery = recovery;
  }

  static <M> Behavior<Object> driver(Running run, Identity who, Driver<M> driver, Recovery crash) {
    return actor(run, who, driver::start, crash);
  }

  static <M> Behavior<Object> program(Running run, Identity who, Program<M> program) {
    return actor(run, who, program::start, new Recovery.FailRun());
  }

  @SuppressWarnings("unchecked") // the protocol is known to the program alone
  static Behavior<Object> forked(Running run, Identity who, Program<?> program) {
    return program(run, who, (Program<Object>) program);
  }

  @SuppressWarnings("unchecked") // children are told their own protocol only
  static <C> Behavior<C> child(
      Running run, Identity parent, Function<TaskContext<C>, Behavior<C>> start, Recovery crash) {
    return (Behavior<C>)
        (Behavior<?>)
            Behaviors.setup(
                (ActorContext<Object> actor) -> {
                  Identity who = parent.child(actor.getSelf().path().name());
                  return started(run, who, start::apply, crash, actor);
                });
  }

  private static <M> Behavior<Object> actor(
      Running run, Identity who, Life<M> life, Recovery recovery) {
    return Behaviors.setup(actor -> started(run, who, life, recovery, actor));
  }

  private static <M> Behavior<Object> started(
      Running run, Identity who, Life<M> life, Recovery recovery, ActorContext<Object> actor) {
    ComponentActor<M> made =
        new ComponentActor<>(new ComponentContext<>(actor, run, who), life, recovery);
    return made.firstStart();
  }

  /** A component that cannot start at all is a mistake of the scenario, not a crash. */
  private Behavior<Object> firstStart() {
    context.run().startUp().begins();
    try {
      Behavior<Object> started = start();
      context.run().startUp().started(context.name());
      return started;
    } catch (Exception | StackOverflowError thrown) {
      context.unplugAll();
      context.engine().fail(context.name() + " cannot start: " + Thrown.message(thrown));
      return Behaviors.stopped();
    } finally {
      context.run().startUp().ends();
    }
  }

  private Behavior<Object> start() {
    Behavior<M> first = Behavior.start(life.start(context), context.actor());
    behavior = first;
    return Behavior.isAlive(first) ? this : Behaviors.stopped();
  }

  @Override
  public Behavior<Object> receive(TypedActorContext<Object> actor, Object message) {
    context.begun();
    try {
      return message instanceof Signals signal ? signalled(signal) : received(message);
    } catch (Exception | StackOverflowError thrown) {
      return crashed(thrown);
    }
  }

  private Behavior<Object> signalled(Signals signal) {
    if (signal instanceof Signals.Resume resume) {
      return become(typed(resume.job().get()));
    }
    if (signal instanceof Signals.Interrupted interrupted) {
      return maybe(interrupted.line().take());
    }
    if (signal instanceof Signals.Answered answered) {
      return maybe(context.questions().answered(answered.ask(), answered.reply()));
    }
    if (signal instanceof Signals.Unanswered unanswered) {
      return maybe(context.questions().unanswered(unanswered.ask(), unanswered.reason()));
    }
    if (signal instanceof Signals.Demanded demanded) {
      return become(context.demanded(demanded.outlet(), demanded.items()));
    }
    if (signal instanceof Signals.ChildCrashed child) {
      return child.life() == context.life() ? crashed(child.thrown()) : Behaviors.same();
    }
    if (signal instanceof Signals.Come come) {
      return received(come.message());
    }
    return restart();
  }

  private Behavior<Object> maybe(@Nullable Object message) {
    return message == null ? Behaviors.same() : received(message);
  }

  @SuppressWarnings("unchecked") // references to a component are of its protocol
  private Behavior<Object> received(Object message) {
    Behavior<M> present = behavior;
    if (present == null) {
      context.run().asks().fail(message, context.name() + " is down");
      context.drop("down", 1);
      return Behaviors.same();
    }
    owes(context.run().asks().addressesIn(message));
    Behavior<M> next = Behavior.interpretMessage(present, context.actor(), (M) message);
    owed.removeIf(address -> !context.run().asks().isOpen(address));
    if (Behavior.isUnhandled(next)) {
      context.drop("unhandled", 1);
    }
    return become(next);
  }

  /** Most components never owe anything: there is a set when there is something in it. */
  private void owes(List<ActorRef<?>> addresses) {
    if (!addresses.isEmpty()) {
      owed = owed.isEmpty() ? new LinkedHashSet<>() : owed;
      owed.addAll(addresses);
    }
  }

  private Behavior<Object> become(Behavior<M> next) {
    Behavior<M> present = behavior;
    if (present == null) {
      return Behaviors.same();
    }
    Behavior<M> canonical = Behavior.canonicalize(next, present, context.actor());
    behavior = canonical;
    return Behavior.isAlive(canonical) ? Behaviors.same() : Behaviors.stopped();
  }

  @Override
  public Behavior<Object> receiveSignal(TypedActorContext<Object> actor, Signal signal) {
    Behavior<M> present = behavior;
    if (present != null && Behavior.isAlive(present)) {
      try {
        become(Behavior.interpretSignal(present, context.actor(), signal));
      } catch (Exception | StackOverflowError thrown) {
        return signal == PostStop.instance() ? Behaviors.same() : crashed(thrown);
      }
    }
    if (signal == PostStop.instance()) {
      context.unplugAll();
      failOwed(context.name() + " has stopped");
    }
    return behavior != null && !Behavior.isAlive(behavior) ? Behaviors.stopped() : Behaviors.same();
  }

  /** The life ends; what it owed is answered as failed at once. */
  private Behavior<Object> crashed(Throwable thrown) {
    String reason = context.name() + " crashed: " + Thrown.text(thrown);
    context
        .engine()
        .record((trace, at) -> trace.crashed(at, context.task().id(), Thrown.text(thrown)));
    endOfLife();
    failOwed(reason);
    return recovery.after(context.engine(), reason, thrown) ? this : Behaviors.stopped();
  }

  private void failOwed(String reason) {
    owed.forEach(address -> context.run().asks().failAddress(address, reason));
    owed = Collections.emptySet();
  }

  private void endOfLife() {
    Behavior<M> last = behavior;
    behavior = null;
    context.endOfLife();
    if (last != null) {
      try {
        Behavior.interpretSignal(last, context.actor(), PreRestart.instance());
      } catch (RuntimeException ignored) {
        // it crashed already; what it says to its own end changes nothing
      }
    }
    context.actor().getChildren().forEach(context.actor()::stop);
  }

  private Behavior<Object> restart() {
    if (!context.actor().getChildren().isEmpty()) {
      recovery.again(context.engine());
      return Behaviors.same();
    }
    context.engine().record((trace, at) -> trace.restarted(at, context.task().id()));
    return start();
  }

  @SuppressWarnings("unchecked") // a job of this component returns its own behavior
  private Behavior<M> typed(Behavior<?> next) {
    return (Behavior<M>) next;
  }
}
