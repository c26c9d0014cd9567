package dev.interleave.kernel;

import dev.interleave.kernel.time.Clock;
import dev.interleave.kernel.trace.TaskAccount;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * What the kernel gives to every component beyond Pekko's own {@link ActorContext}. Not threadsafe:
 * use it in the component's own turns only. Children of a component may use it in their turns where
 * a method says so, and measure.
 *
 * @param <M> the component's protocol
 */
public interface TaskContext<M> extends Meter {

  /** Pekko's context: children, timers, stash, watch, log. */
  ActorContext<M> actor();

  /** The component's name in the scenario. */
  String name();

  /**
   * The task's own time since boot. On the simulated dispatcher it is the start of the turn plus
   * what the turn has consumed so far. Children may use it.
   */
  Clock clock();

  /**
   * The component's own stream of random numbers, derived from (seed, name): adding a component
   * disturbs no other's draws.
   */
  RandomGenerator random();

  /**
   * Uses the core for {@code cpu} of CPU time. On the simulated dispatcher the turn owes that time
   * and what the handler does afterwards takes effect when it has been served; on real threads the
   * calling thread burns it. Children may use it in their own turns.
   *
   * @throws IllegalArgumentException when {@code cpu} is negative or does not fit in 2^62 ns
   */
  void consume(Duration cpu);

  /**
   * The capability to send to the component {@code name}.
   *
   * @param protocol the protocol that the caller speaks; must be the target's, or a supertype
   * @throws AccessDenied when the scenario does not list {@code name} in this component's {@code
   *     uses}
   * @throws IllegalArgumentException when the target speaks another protocol
   */
  <T> ActorRef<T> connect(String name, Class<T> protocol);

  /** The names that this component may {@link #connect} to, in the order of the scenario. */
  List<String> uses();

  /**
   * Gives up the core in the middle of a job: return the result from the handler. Before {@code
   * resume} is called, every task that is ready now has had a turn and pending interrupts are
   * delivered; this component's own later messages wait until a resumption ends without another
   * yield. {@code resume} is called in a turn of its own, on this task, and what it returns is the
   * next behavior.
   */
  Behavior<M> yield(Supplier<Behavior<M>> resume);

  /** As {@link #yield}, and {@code next}, if it is ready, is the first to get the core. */
  Behavior<M> yieldTo(ActorRef<?> next, Supplier<Behavior<M>> resume);

  /**
   * As {@link #yield}, but this component's own later messages are served before {@code resume},
   * like those of any other task that is ready.
   */
  Behavior<M> yieldServing(Supplier<Behavior<M>> resume);

  /**
   * Hands one partial result to {@code outlet} and yields. {@code resume} is called when the
   * guarantee of {@link #yield} holds and the consumer has asked for more; meanwhile this component
   * serves its other messages, so a consumer that never asks blocks nobody.
   */
  <T> Behavior<M> emit(Outlet<T> outlet, T item, Supplier<Behavior<M>> resume);

  /** A stream of partial results towards {@code consumer}, which has a demand of one at first. */
  <T> Outlet<T> outlet(ActorRef<Emitted<T>> consumer);

  /**
   * The behavior of a child task that has a context of its own, with this component's authority:
   * {@code actor().spawn(child(context -> ...), "0")}. A child can so consume, yield and measure.
   *
   * @param <C> the child's protocol
   */
  <C> Behavior<C> child(Function<TaskContext<C>, Behavior<C>> start);

  /**
   * Records how long it took from {@code since} until what the present turn does now takes effect:
   * as {@link #measure}, but what the turn has consumed is waited for.
   *
   * @param since a time since boot
   */
  void measureSince(String metric, Duration since);

  /**
   * A stopwatch for samples of this component. It runs from the moment when what the present turn
   * handles became ready: a message, or the start of the component.
   */
  Stopwatch stopwatch();

  /** Who runs and who waits at this moment: one account a task, in the order of their start. */
  List<TaskAccount> accounts();
}
