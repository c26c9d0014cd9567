package dev.interleave.sim.program;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Where a program is in its steps: a stack of lists that are being taken, as deep as the file is
 * nested and no deeper, however often they repeat. Not threadsafe.
 */
final class Route {

  /** A list of steps and what is left of it. */
  private static final class Stretch {
    private final List<Step> steps;
    private long roundsLeft;
    private int next;

    private Stretch(List<Step> steps, long rounds) {
      this.steps = steps;
      this.roundsLeft = rounds;
    }

    private boolean over() {
      return next == steps.size();
    }

    private boolean comesRound() {
      roundsLeft--;
      next = 0;
      return roundsLeft > 0;
    }
  }

  private final Deque<Stretch> stretches = new ArrayDeque<>();
  private long rounds;

  /** Takes {@code steps} {@code times} times before anything else. */
  void enter(List<Step> steps, long times) {
    if (times > 0 && !steps.isEmpty()) {
      stretches.push(new Stretch(steps, times));
    }
  }

  /** Takes {@code steps}, which were taken before, once more. */
  void again(List<Step> steps) {
    rounds++;
    enter(steps, 1);
  }

  /** Whether there is a step to take; goes round where a list repeats. */
  boolean hasNext() {
    while (!stretches.isEmpty() && stretches.element().over()) {
      if (stretches.element().comesRound()) {
        rounds++;
      } else {
        stretches.pop();
      }
    }
    return !stretches.isEmpty();
  }

  /** The step to take; after {@link #hasNext} was true. */
  Step peek() {
    Stretch stretch = stretches.element();
    return stretch.steps.get(stretch.next);
  }

  /** The step to take, which is then behind; after {@link #hasNext} was true. */
  Step next() {
    Step step = peek();
    stretches.element().next++;
    return step;
  }

  /** How often a list has begun again. */
  long rounds() {
    return rounds;
  }
}
