package dev.interleave.kernel.plain;

import dev.interleave.property.Seeded;
import java.util.ArrayList;
import java.util.List;

/**
 * Tasks that send each other messages, drawn at random.
 *
 * @param tasks who takes part; a task is known by its place
 * @param openings what comes from outside
 */
record Conversation(List<Talker> tasks, List<Opening> openings) {
  private static final int HOPS = 3;

  /** How urgent a task is, and what it does on a message, by how many hops that has left. */
  record Talker(int priority, List<List<Step>> plans) {
    List<Step> plan(Say said) {
      return plans.get(said.hops());
    }
  }

  /** Uses the core so long, then sends a message to the task {@code to}. */
  record Step(long consumed, int to) {}

  /** A message. */
  record Say(int hops) {
    Say answer() {
      return new Say(hops - 1);
    }
  }

  /** The first message of an exchange, and when it comes. */
  record Opening(long at, int to, Say said) {}

  static Conversation random(Seeded seeded) {
    int count = seeded.between(1, 6);
    List<Talker> tasks = new ArrayList<>();
    List<Opening> openings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(new Talker(seeded.between(0, 2), plans(seeded, count)));
    }
    for (int i = seeded.between(1, 8); i > 0; i--) {
      Say said = new Say(seeded.between(0, HOPS));
      openings.add(new Opening(seeded.between(0, 12), seeded.between(0, count - 1), said));
    }
    return new Conversation(tasks, openings);
  }

  private static List<List<Step>> plans(Seeded seeded, int count) {
    List<List<Step>> plans = new ArrayList<>();
    for (int hops = 0; hops <= HOPS; hops++) {
      List<Step> steps = new ArrayList<>();
      for (int i = seeded.between(0, 3); i > 0; i--) {
        steps.add(new Step(seeded.between(0, 4), hops == 0 ? -1 : seeded.between(-1, count - 1)));
      }
      plans.add(steps);
    }
    return plans;
  }
}
