package dev.interleave.kernel.dispatch;

import scala.collection.immutable.ListSet$;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Set;

/**
 * What a coordinated shutdown uses in place of {@code scala.Predef} and of its {@code Set}: the
 * tasks of a phase begin in the order in which they were added. Any thread.
 */
public final class OrderedTasks {

  /** The one instance, under the name that Scala gives it. */
  public static final OrderedTasks MODULE$ = new OrderedTasks();

  private OrderedTasks() {}

  /** Makes sets. */
  public OrderedTasks Set() {
    return this;
  }

  /** A set without elements. */
  public <A> Set<A> empty() {
    return ListSet$.MODULE$.empty();
  }

  /** The set of {@code elements}; an object, as Scala's compiler has it. */
  public <A> Object apply(Seq<A> elements) {
    return ListSet$.MODULE$.<A>from(elements);
  }
}
