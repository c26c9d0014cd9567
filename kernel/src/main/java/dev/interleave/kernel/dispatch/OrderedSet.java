package dev.interleave.kernel.dispatch;

import scala.Function1;

/**
 * What the changed classes have in place of Scala's immutable {@code Set}, under its names: it is
 * gone through in the order in which its elements were added, since their hash codes are the
 * platform's, and others in each JVM. Immutable.
 *
 * @param <A> what it holds
 */
public interface OrderedSet<A> {

  /** With {@code element}, at its end if it is new. */
  OrderedSet<A> $plus(A element);

  /** Without {@code element}. */
  OrderedSet<A> $minus(A element);

  /** How many elements it has. */
  int size();

  /** Whether it has none. */
  boolean isEmpty();

  /** Whether it has any. */
  boolean nonEmpty();

  /** Does {@code action} with each, in order. */
  void foreach(Function1<A, Object> action);

  /** What {@code change} makes of each, in order: an {@code Iterable} of Scala. */
  Object map(Function1<A, Object> change);
}
