package dev.interleave.sim.program.shell;

import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;

/** What a command makes the shell do. */
sealed interface Action {

  /** Shows {@code text}, which ends with a line end unless it is empty. */
  record Show(String text) implements Action {}

  /**
   * Asks {@code target} and shows the answer.
   *
   * @param words the answer as a line, without its end
   */
  record Ask<R>(String target, Function<ActorRef<R>, Object> request, Function<R, String> words)
      implements Action {}

  /** Ends the run. */
  record Leave() implements Action {}

  /** Shows one line. */
  static Action line(String text) {
    return new Show(text + "\n");
  }
}
