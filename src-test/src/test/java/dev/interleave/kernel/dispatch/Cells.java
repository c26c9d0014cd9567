package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.TaskSettings;
import dev.interleave.property.Seeded;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;

/** Tasks without an actor, and messages without an address, for the parts of the engine. */
final class Cells {
  private Cells() {}

  static TaskCell named(String name) {
    return new TaskCell(0, name, TaskProfile.of(TaskSettings.DEFAULT), true, (task, left) -> {});
  }

  /** A task that became ready as number {@code order}. */
  static TaskCell released(String name, long order) {
    TaskCell task = named(name);
    task.readyOrder = order;
    task.releaseOrder = order;
    return task;
  }

  /** Tasks that were released in an order that has ties. */
  static List<TaskCell> some(int count, Seeded seeded) {
    List<TaskCell> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(released("task-" + i, seeded.between(0, count / 2)));
    }
    return tasks;
  }

  /** The next task of {@code ready} has a core from now on; null when there is none. */
  static @Nullable TaskCell taken(ReadyTasks ready) {
    TaskCell task = ready.next(0);
    if (task != null) {
      ready.begun(task);
    }
    return task;
  }

  static Envelope message(Object content) {
    return Envelope.apply(content, ActorRef.noSender());
  }
}
