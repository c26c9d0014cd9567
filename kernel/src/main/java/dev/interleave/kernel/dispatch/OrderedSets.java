package dev.interleave.kernel.dispatch;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import scala.Function0;
import scala.collection.immutable.TreeSeqMap$;

/**
 * What the changed classes of streams use in place of {@code scala.Predef} and of its {@code Set}:
 * their sets are ordered. All else is as in Scala. Any thread.
 */
public final class OrderedSets {

  /** The one instance, under the name that Scala gives it. */
  public static final OrderedSets MODULE$ = new OrderedSets();

  private OrderedSets() {}

  /** Makes sets. */
  public OrderedSets Set() {
    return this;
  }

  /** A set without elements. */
  public <A> OrderedSet<A> empty() {
    return new InsertionOrder<>(TreeSeqMap$.MODULE$.empty());
  }

  /** As in Scala: an array that is to be gone through. */
  public Object genericArrayOps(Object array) {
    return scala.Predef$.MODULE$.genericArrayOps(array);
  }

  /** As in Scala: what a pair can be made of. */
  public <A> A ArrowAssoc(A first) {
    return scala.Predef$.MODULE$.ArrowAssoc(first);
  }

  /** As in Scala. */
  public void require(boolean holds, Function0<Object> message) {
    scala.Predef$.MODULE$.require(holds, message);
  }

  /** In place of that of {@link java.util.concurrent.ConcurrentHashMap}. */
  public static <A> Set<A> newKeySet() {
    return Collections.synchronizedSet(new LinkedHashSet<>());
  }
}
