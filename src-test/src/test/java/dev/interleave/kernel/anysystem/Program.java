package dev.interleave.kernel.anysystem;

import java.util.function.Consumer;
import org.apache.pekko.actor.typed.Behavior;

/** A small actor system; its guardian stops when it has seen enough. */
@FunctionalInterface
interface Program {

  /**
   * Its guardian.
   *
   * @param out takes what the program observes, a line at a time
   */
  Behavior<?> guardian(Consumer<String> out);
}
