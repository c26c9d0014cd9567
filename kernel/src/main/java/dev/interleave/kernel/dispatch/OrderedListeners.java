package dev.interleave.kernel.dispatch;

import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.Tuple2;
import scala.collection.MapOps;
import scala.collection.immutable.TreeSeqMap;
import scala.collection.immutable.TreeSeqMap$;
import scala.collection.mutable.Growable;
import scala.collection.mutable.Shrinkable;

/**
 * What a shared kill switch keeps its streams in, in place of {@code TrieMap}: they end in the
 * order in which they began. Any thread.
 *
 * @param <K> what listens
 * @param <V> nothing of interest
 */
public final class OrderedListeners<K, V> {

  /** Makes empty ones, under the name that Scala gives it. */
  public static final OrderedListeners<?, ?> MODULE$ = new OrderedListeners<>();

  private TreeSeqMap<K, V> listeners = TreeSeqMap$.MODULE$.empty();

  private OrderedListeners() {}

  /** One without listeners. */
  public OrderedListeners<?, ?> empty() {
    return new OrderedListeners<>();
  }

  /** Adds a listener; nobody asks for the result. */
  public synchronized @Nullable Growable<Tuple2<K, V>> $plus$eq(Object listener) {
    listeners = plus(listeners, listener);
    return null;
  }

  @SuppressWarnings("unchecked") // it is only told as an object
  private static <K, V> TreeSeqMap<K, V> plus(TreeSeqMap<K, V> all, Object listener) {
    Tuple2<K, V> pair = (Tuple2<K, V>) listener;
    return all.updated(pair._1(), pair._2());
  }

  /** Removes a listener; nobody asks for the result. */
  @SuppressWarnings("unchecked") // it is only told as an object
  public synchronized @Nullable Shrinkable<K> $minus$eq(Object listener) {
    listeners = listeners.removed((K) listener);
    return null;
  }

  /** Those of now. */
  public synchronized MapOps.WithFilter<K, V, ?, ?> withFilter(
      Function1<Tuple2<K, V>, Object> which) {
    return listeners.withFilter(which);
  }
}
