package dev.interleave.kernel.dispatch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import scala.collection.BuildFrom;
import scala.collection.IterableOnce;
import scala.collection.Iterator;
import scala.collection.mutable.Builder;

/** What the changed classes use in place of {@code scala.util.Random}. Any thread. */
public final class VirtualShuffle {

  /** The one instance, under the name that Scala gives it. */
  public static final VirtualShuffle MODULE$ = new VirtualShuffle();

  private VirtualShuffle() {}

  /** The same elements in a random order. */
  public <T, C> C shuffle(IterableOnce<T> elements, BuildFrom<IterableOnce<T>, T, C> make) {
    List<T> all = new ArrayList<>();
    for (Iterator<T> each = elements.iterator(); each.hasNext(); ) {
      all.add(each.next());
    }
    Collections.shuffle(all, VirtualRandom.current());
    Builder<T, C> result = make.newBuilder(elements);
    all.forEach(result::addOne);
    return result.result();
  }
}
