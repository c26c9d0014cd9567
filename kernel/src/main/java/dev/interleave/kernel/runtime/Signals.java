package dev.interleave.kernel.runtime;

import dev.interleave.kernel.dispatch.KernelMessage;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.Behavior;

/** What the kernel says to a component beside its protocol. */
sealed interface Signals extends KernelMessage {

  /** Go on with a yielded job. */
  record Resume(Supplier<? extends Behavior<?>> job) implements Signals {}

  /** Interrupts of the line are pending. */
  record Interrupted(Interrupts<?> line) implements Signals {}

  /** Live again after a crash. */
  record Restart() implements Signals {}

  /** A child of the component's life of that number has crashed. */
  record ChildCrashed(int life, Throwable thrown) implements Signals {}

  /** The answer to the ask of that number. */
  record Answered(long ask, Object reply) implements Signals {}

  /** The ask of that number gets no answer. */
  record Unanswered(long ask, String reason) implements Signals {}

  /** The consumer of an outlet asks for more. */
  record Demanded(Outflow<?> outlet, long items) implements Signals {}

  /** Something that the component waited for has come: a lock, a child's end. */
  record Come(Object message) implements Signals {}
}
