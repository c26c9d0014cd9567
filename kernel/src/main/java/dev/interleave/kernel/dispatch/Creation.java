package dev.interleave.kernel.dispatch;

import java.lang.reflect.Field;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import scala.Function0;
import scala.concurrent.BlockContext;
import scala.concurrent.BlockContext$;
import scala.concurrent.CanAwait;

/**
 * The creation of an actor system by somebody else: whenever the creating thread waits for the
 * system's own actors, it runs their work itself. Decision record 0014 says how it ends.
 */
final class Creation implements BlockContext {
  private static final String SYSTEM = "org.apache.pekko.actor.ActorSystemImpl";

  private final Thread creator = Thread.currentThread();
  private final @Nullable BlockContext before;
  private final @Nullable Engine engineBefore = CurrentEngine.get();
  private final ReentrantLock machine;
  private volatile @Nullable SimulatedEngine engine;
  private volatile boolean waiting;

  private Creation(SimulatedEngine engine, ReentrantLock machine, @Nullable BlockContext before) {
    this.engine = engine;
    this.machine = machine;
    this.before = before;
  }

  /**
   * The calling thread is about to create a system on {@code engine}.
   *
   * @param machine held by whoever runs the engine
   */
  static Creation begin(SimulatedEngine engine, ReentrantLock machine) {
    Creation creation = new Creation(engine, machine, without(context().get()));
    context().set(creation);
    engine.createdBy(creation.creator);
    CurrentEngine.set(engine);
    return creation;
  }

  /** Without contexts that have done their work: that of a system that is not typed stays. */
  private static @Nullable BlockContext without(@Nullable BlockContext context) {
    if (context instanceof StepEnds ends) {
      return without(ends.before());
    }
    return context instanceof Creation creation && creation.isOver()
        ? without(creation.before)
        : context;
  }

  private boolean isOver() {
    SimulatedEngine made = engine;
    return made == null || made.isClosed();
  }

  /** The system is there. Does something on the creating thread only. */
  void end() {
    SimulatedEngine created = engine;
    if (created != null && Thread.currentThread() == creator) {
      engine = null;
      created.createdBy(null);
      created.outsideTime.spokenTo();
      CurrentEngine.set(engineBefore);
      if (context().get() == this) {
        context().set(new StepEnds(before));
      }
    }
  }

  /**
   * Whether the creating thread, at rest, is in the middle of it and needs no more than time. Any
   * thread. A system that is not typed is never told that it is made: its stack says so.
   */
  boolean goesOn() {
    return engine != null && !waiting && new Outsider(creator).isIn(SYSTEM);
  }

  @Override
  public <T> T blockOn(Function0<T> thunk, CanAwait permission) {
    SimulatedEngine created = isOver() ? null : engine;
    if (created != null && machine.tryLock()) {
      try {
        created.runSystemWork();
      } finally {
        created.leave();
        machine.unlock();
        CurrentEngine.set(created);
      }
    }
    waiting = created != null;
    try {
      return new StepEnds(before).blockOn(thunk, permission);
    } finally {
      waiting = false;
    }
  }

  @SuppressWarnings("unchecked") // Scala's own field, which has no setter
  private static ThreadLocal<@Nullable BlockContext> context() {
    try {
      Field local = BlockContext$.class.getDeclaredField("contextLocal");
      local.setAccessible(true);
      return (ThreadLocal<@Nullable BlockContext>) local.get(BlockContext$.MODULE$);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of Scala's library is not known", e);
    }
  }
}
