package dev.interleave.kernel.dispatch;

import scala.Function1;
import scala.collection.immutable.TreeSeqMap;

/** A set over a map that remembers in which order its keys came; each step is logarithmic. */
record InsertionOrder<A>(TreeSeqMap<A, A> elements) implements OrderedSet<A> {

  @Override
  public OrderedSet<A> $plus(A element) {
    return elements.contains(element)
        ? this
        : new InsertionOrder<>(elements.updated(element, element));
  }

  @Override
  public OrderedSet<A> $minus(A element) {
    return new InsertionOrder<>(elements.removed(element));
  }

  @Override
  public int size() {
    return elements.size();
  }

  @Override
  public boolean isEmpty() {
    return elements.isEmpty();
  }

  @Override
  public boolean nonEmpty() {
    return elements.nonEmpty();
  }

  @Override
  public void foreach(Function1<A, Object> action) {
    elements.keysIterator().foreach(action);
  }

  @Override
  public Object map(Function1<A, Object> change) {
    return elements.keysIterator().map(change).toVector();
  }
}
