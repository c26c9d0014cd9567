package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.TaskSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.actor.ActorPath;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefWithCell;
import org.apache.pekko.actor.Cell;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.Mailbox;
import org.apache.pekko.dispatch.MailboxType;
import org.apache.pekko.dispatch.MessageQueue;
import org.apache.pekko.dispatch.SingleConsumerOnlyUnboundedMailbox;
import org.apache.pekko.dispatch.UnboundedMailbox;
import org.jspecify.annotations.Nullable;

/**
 * Which actors are tasks: those below {@code /user}, the guardian excepted. A task's plain mailbox
 * is the {@link TaskCell} itself; a mailbox that an actor requires stays and is looked up.
 */
final class TaskRegistry {
  private interface Maker {
    TaskCell make(int id, String name, TaskProfile profile);
  }

  private final Engine engine;
  private final Map<String, TaskProfile> profiles = new HashMap<>();
  private final Map<MessageQueue, TaskCell> foreign = new ConcurrentHashMap<>();
  private final BiConsumer<TaskCell, Consumer<Envelope>> cleaner = this::cleanUp;
  private int started;

  TaskRegistry(Engine engine) {
    this.engine = engine;
  }

  synchronized void profile(String component, TaskSettings settings) {
    profiles.put(component, TaskProfile.of(settings));
  }

  static boolean isTask(ActorPath path) {
    return path.toStringWithoutAddress().startsWith("/user/");
  }

  /** {@code /user/vector/0} is {@code vector.0}; what is no task is named by its whole path. */
  static String nameOf(ActorPath path) {
    String whole = path.toStringWithoutAddress();
    if (!isTask(path)) {
      return whole;
    }
    String name = whole.substring("/user/".length());
    return name.equals(path.name()) ? path.name() : name.replace('/', '.');
  }

  /** Makes the mailbox of a new task with Pekko's own {@code create}. */
  synchronized Mailbox adopt(Cell actor, MailboxType type, Function<MailboxType, Mailbox> create) {
    if (isPlain(type)) {
      boolean stamped = engine.stampsMessages();
      TaskCell task =
          newTask(actor, (id, name, profile) -> new TaskCell(id, name, profile, stamped, cleaner));
      return join(task, create.apply(new GivenMailbox(task)));
    }
    Mailbox mailbox = create.apply(type);
    ForeignMessages messages = new ForeignMessages(actor.self(), mailbox.messageQueue());
    TaskCell task =
        newTask(
            actor,
            (id, name, profile) -> new ForeignTaskCell(id, name, profile, messages, cleaner));
    foreign.put(mailbox.messageQueue(), task);
    return join(task, mailbox);
  }

  private static boolean isPlain(MailboxType type) {
    return type instanceof UnboundedMailbox || type instanceof SingleConsumerOnlyUnboundedMailbox;
  }

  private static Mailbox join(TaskCell task, Mailbox mailbox) {
    task.joined(mailbox);
    return mailbox;
  }

  private TaskCell newTask(Cell actor, Maker maker) {
    String name = nameOf(actor.self().path());
    int dot = name.indexOf('.');
    String component = dot < 0 ? name : name.substring(0, dot);
    TaskProfile profile = profiles.getOrDefault(component, TaskProfile.UNBOUNDED);
    TaskCell task = maker.make(++started, name, profile);
    TaskCell parent = of(actor.parent());
    engine.taskStarted(task, parent == null ? 0 : parent.id());
    return task;
  }

  private void cleanUp(TaskCell task, Consumer<Envelope> deadLetters) {
    engine.guarded(
        () -> {
          for (Envelope left = task.takeNext(); left != null; left = task.takeNext()) {
            deadLetters.accept(left);
          }
        });
  }

  void ended(TaskCell task) {
    if (!foreign.isEmpty()) {
      foreign.remove(task.mailbox().messageQueue());
    }
  }

  /** The task of a mailbox; null for what is no task. */
  @Nullable TaskCell of(Mailbox mailbox) {
    MessageQueue queue = mailbox.messageQueue();
    if (queue instanceof TaskCell task) {
      return task;
    }
    return foreign.isEmpty() ? null : foreign.get(queue);
  }

  @Nullable TaskCell of(ActorRef ref) {
    if (ref instanceof ActorRefWithCell local && local.underlying() instanceof ActorCell cell) {
      return of(cell.mailbox());
    }
    return null;
  }
}
