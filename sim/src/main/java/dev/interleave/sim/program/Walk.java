package dev.interleave.sim.program;

import dev.interleave.kernel.ProgramContext;
import dev.interleave.kernel.Stopwatch;
import dev.interleave.kernel.config.Request;
import dev.interleave.sim.program.Step.Next;
import dev.interleave.sim.program.StepProgram.Message;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** One instance of a {@link StepProgram} on its way. Not threadsafe: for its own turns. */
final class Walk {

  private static final BooleanSupplier NEVER = () -> false;

  private final ProgramContext<Message> context;
  private final List<Step> steps;
  private final boolean forked;
  private final Route route = new Route();
  private final Children children = new Children();
  private final Stopwatch iteration;
  private final Stopwatch asked;
  private BooleanSupplier joined = NEVER;
  private long left;
  private boolean computed;

  Walk(ProgramContext<Message> context, List<Step> steps, long repeat, boolean forked) {
    this.context = context;
    this.steps = steps;
    this.forked = forked;
    this.left = repeat;
    this.iteration = context.stopwatch();
    this.asked = context.stopwatch();
  }

  /** Takes the first turn. */
  Behavior<Message> begin() {
    if (left == 0) {
      return Behaviors.stopped();
    }
    route.enter(steps, 1);
    Behavior<Message> next = proceed();
    return Behavior.isAlive(next) ? walking() : next;
  }

  private Behavior<Message> walking() {
    return Behaviors.receive(Message.class)
        .onMessage(StepProgram.Came.class, came -> proceed())
        .onMessage(StepProgram.Answered.class, answer -> answered())
        .onMessage(StepProgram.Refused.class, refusal -> refused())
        .onMessage(StepProgram.Ended.class, this::ended)
        .build();
  }

  private Behavior<Message> answered() {
    asked.lap("ask");
    return proceed();
  }

  private Behavior<Message> refused() {
    context.count("failures", 1);
    return proceed();
  }

  private Behavior<Message> ended(StepProgram.Ended child) {
    children.end(child.name());
    return joined.getAsBoolean() ? proceed() : Behaviors.same();
  }

  // --- a turn ---

  private Behavior<Message> proceed() {
    joined = NEVER;
    computed = false;
    long oneMore = route.rounds() + 1;
    while (route.hasNext() || nextIteration()) {
      if (route.rounds() > oneMore || (computed && computes(route.peek()))) {
        return again();
      }
      Next next = route.next().take(this);
      if (next != Next.ON) {
        return pause(next);
      }
    }
    return left == 0 ? Behaviors.stopped() : Behaviors.same();
  }

  /** Ends this iteration, unless its children have not ended; whether there is another one. */
  private boolean nextIteration() {
    if (!children.none()) {
      joined = children::none;
      return false;
    }
    if (!forked) {
      iteration.lap("response");
      context.count("completed", 1);
    }
    left--;
    route.again(left > 0 ? steps : List.of());
    return left > 0;
  }

  private static boolean computes(Step step) {
    return step instanceof Step.Compute compute && !compute.cpu().isZero();
  }

  private Behavior<Message> pause(Next next) {
    return switch (next) {
      case YIELD -> context.yield(this::proceed);
      case END -> Behaviors.stopped();
      case ON, WAIT -> Behaviors.same();
    };
  }

  private Behavior<Message> again() {
    context.actor().getSelf().tell(new StepProgram.Came());
    return Behaviors.same();
  }

  // --- what steps do ---

  Next compute(Duration cpu) {
    computed |= !cpu.isZero();
    context.consume(cpu);
    return Next.ON;
  }

  Next sleep(Duration time) {
    if (time.isZero()) {
      return Next.ON;
    }
    context.actor().scheduleOnce(time, context.actor().getSelf(), new StepProgram.Came());
    return Next.WAIT;
  }

  Next ask(String target, Request request) {
    asked.restart();
    context.<Object>ask(
        target,
        replyTo -> request.template().apply(replyTo),
        reply -> new StepProgram.Answered(),
        reason -> new StepProgram.Refused());
    return Next.WAIT;
  }

  Next tell(String target, Request request) {
    ActorRef<Object> ignored = context.actor().getSystem().ignoreRef();
    context.tell(target, request.template().apply(ignored));
    return Next.ON;
  }

  Next enter(List<Step> inner, long times) {
    route.enter(inner, times);
    return Next.ON;
  }

  Next choose(List<Step.Alternative> alternatives) {
    long total = alternatives.stream().mapToLong(Step.Alternative::weight).sum();
    long drawn = context.random().nextLong(total);
    for (Step.Alternative alternative : alternatives) {
      drawn -= alternative.weight();
      if (drawn < 0) {
        return enter(alternative.steps(), 1);
      }
    }
    throw new IllegalStateException("nothing drawn of " + alternatives);
  }

  Next fork(String name, List<Step> inner) {
    StepProgram.Ended end = new StepProgram.Ended(name);
    context.fork(children.begin(name), StepProgram.forked(inner), end);
    return Next.ON;
  }

  Next join(String name) {
    if (children.none(name)) {
      return Next.ON;
    }
    joined = () -> children.none(name);
    return Next.WAIT;
  }

  Next lock(String name) {
    context.lock(name, new StepProgram.Came());
    return Next.WAIT;
  }

  Next unlock(String name) {
    context.unlock(name);
    return Next.ON;
  }

  Next exit() {
    context.exit();
    return Next.END;
  }
}
