package dev.interleave.stage;

import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import java.util.List;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A program that tells others something, in its first turn, and is finished.
 *
 * @param said each as {@code name message}
 */
public record Telling(List<String> said) implements Program<String> {

  public static Telling all(String... said) {
    return new Telling(List.of(said));
  }

  @Override
  public Behavior<String> start(ProgramContext<String> context) {
    for (String one : said) {
      String[] words = one.split(" ", 2);
      context.tell(words[0], words[1]);
    }
    return Behaviors.stopped();
  }
}
