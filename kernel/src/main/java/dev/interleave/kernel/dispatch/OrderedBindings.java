package dev.interleave.kernel.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pekko.serialization.Serializer;
import scala.Tuple2;
import scala.collection.Factory;
import scala.collection.IterableFactory;
import scala.collection.IterableOnce;
import scala.collection.mutable.Builder;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What the changed class for serialization makes its list of classes and serializers with, in place
 * of {@code scala.collection.IterableFactory}: subclasses come first as ever, and those that have
 * nothing to do with each other in the order of their names. Any thread.
 */
public final class OrderedBindings {

  /** The one instance, under the name that Scala gives it. */
  public static final OrderedBindings MODULE$ = new OrderedBindings();

  private OrderedBindings() {}

  /** One that orders what {@code sequences} then makes a sequence of. */
  @SuppressWarnings("unchecked") // Java does not know what Scala's factories make
  public <C> Factory<Tuple2<Class<?>, Serializer>, C> toFactory(IterableFactory<?> sequences) {
    Factory<?, ?> plain = IterableFactory.toFactory(sequences);
    return new Ordering<>((Factory<Tuple2<Class<?>, Serializer>, C>) plain);
  }

  /** Orders, and leaves the rest to another one. */
  private record Ordering<C>(Factory<Tuple2<Class<?>, Serializer>, C> sequences)
      implements Factory<Tuple2<Class<?>, Serializer>, C> {

    @Override
    public C fromSpecific(IterableOnce<Tuple2<Class<?>, Serializer>> bindings) {
      List<Tuple2<Class<?>, Serializer>> byName = new ArrayList<>();
      CollectionConverters.asJava(bindings.iterator()).forEachRemaining(byName::add);
      byName.sort(Comparator.comparing(it -> it._1().getName()));
      List<Tuple2<Class<?>, Serializer>> ordered = new ArrayList<>();
      byName.forEach(it -> ordered.add(place(it._1(), ordered), it));
      return sequences.fromSpecific(CollectionConverters.asScala(ordered));
    }

    /** Before the first that is above {@code type}. */
    private static int place(Class<?> type, List<Tuple2<Class<?>, Serializer>> ordered) {
      int i = 0;
      while (i < ordered.size() && !ordered.get(i)._1().isAssignableFrom(type)) {
        i++;
      }
      return i;
    }

    @Override
    public Builder<Tuple2<Class<?>, Serializer>, C> newBuilder() {
      return sequences.newBuilder();
    }
  }
}
