// Long: what the engine looks at for every message is one object.
package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.policy.Task;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.Mailbox;
import org.apache.pekko.dispatch.MessageQueue;
import org.apache.pekko.dispatch.UnboundedMessageQueueSemantics;
import org.jspecify.annotations.Nullable;

/**
 * A task: the message queue of one actor and the state of its scheduling. The engine that owns it
 * reads and writes the fields; whatever is shared between threads is guarded by that engine.
 */
class TaskCell extends RingMessages implements Task, MessageQueue, UnboundedMessageQueueSemantics {

  /** Where a task stands. */
  enum State {
    /** Waits for a message. */
    IDLE,
    /** Waits for a core. */
    READY,
    /** Has a core. */
    RUNNING,
    /** Yielded: waits until all that were ready then had a turn. */
    HELD,
    /** Its policy keeps it back for a while. */
    LATER,
    STOPPED
  }

  private final int id;
  private final String name;
  private final BiConsumer<TaskCell, Consumer<Envelope>> cleaner;
  final TaskProfile profile;
  private final int capacity;
  State state = State.IDLE;

  /** Random numbers for what Pekko draws in its turns, once it drew any. */
  @Nullable Random draws;

  private @Nullable Mailbox mailbox;
  private @Nullable Object note;

  // Its place in a run queue.
  @Nullable CoreQueue queue;
  long key;
  long entry;
  long releaseOrder;
  long releasedAt;
  long readyOrder;

  // The turn that it is in.
  boolean inTurn;
  boolean takesMessage;
  long turn;
  long owed;
  long served;
  boolean deferring;
  @Nullable Effect effect;
  private @Nullable Effect lastEffect;
  @Nullable Yielding yielding;
  @Nullable Envelope resume;
  boolean pausing;

  // What it used so far.
  int lastCore = -1;
  long cpu;

  // A full mailbox that blocks its senders.
  int blockedOn;
  @Nullable ArrayDeque<Parked> parked;

  // The type of the last message, looked up once.
  private @Nullable Class<?> lastType;
  private MessageType lastMessage = MessageType.NONE;

  /**
   * @param stamped whether the order and time of each message is kept
   * @param cleaner hands on what is left in the mailbox when its actor ends
   */
  TaskCell(
      int id,
      String name,
      TaskProfile profile,
      boolean stamped,
      BiConsumer<TaskCell, Consumer<Envelope>> cleaner) {
    super(stamped);
    this.cleaner = cleaner;
    this.id = id;
    this.name = name;
    this.profile = profile;
    this.capacity = profile.capacity();
  }

  void joined(Mailbox box) {
    mailbox = box;
  }

  @SuppressWarnings("NullAway") // joined before its first turn
  Mailbox mailbox() {
    return mailbox;
  }

  ActorCell actor() {
    return mailbox().actor();
  }

  /** Whether it has something to do and may do it. */
  boolean runnable() {
    return mailbox().hasSystemMessages() || (mayReceive() && (resume != null || hasMessages()));
  }

  /** Whether its turn, if one begins now, is that of the next message and nothing else. */
  boolean isPlain() {
    return !inTurn && parked == null && mayGoOn() && !isEmpty();
  }

  /** Whether nothing but messages decides what it does next. */
  boolean mayGoOn() {
    Mailbox box = mailbox();
    return blockedOn == 0
        && resume == null
        && box.shouldProcessMessage()
        && !box.hasSystemMessages();
  }

  /** Whether no more messages than it has may wait. */
  boolean isFull() {
    return capacity != Integer.MAX_VALUE && size() >= capacity;
  }

  /** The message that {@link #isPlain} has shown to be there. */
  @SuppressWarnings("NullAway")
  Envelope takeMessage() {
    return poll();
  }

  void beginTurn(long number) {
    inTurn = true;
    turn = number;
    owed = 0;
    served = 0;
  }

  /** Its handler does something after having consumed CPU time. */
  void defer(Effect deferred) {
    Effect last = lastEffect;
    if (last == null) {
      effect = deferred;
    } else {
      last.next = deferred;
    }
    lastEffect = deferred;
  }

  /** Takes the oldest effect, which is the one to happen; null when there is none. */
  @Nullable Effect takeEffect() {
    Effect oldest = effect;
    if (oldest != null) {
      effect = oldest.next;
      lastEffect = effect == null ? null : lastEffect;
    }
    return oldest;
  }

  /** What its handler did and has not happened never happens. */
  void dropEffects() {
    effect = null;
    lastEffect = null;
  }

  /** Whether its turn has been served in full and nothing of it is still to happen. */
  boolean owesNothing() {
    return owed == served && effect == null;
  }

  /** Neither suspended nor closed nor pausing nor blocked by somebody's full mailbox. */
  boolean mayReceive() {
    return blockedOn == 0 && !pausing && mailbox().shouldProcessMessage();
  }

  MessageType typeOf(Object message, MessageTypes types) {
    Class<?> type = message.getClass();
    if (type != lastType) {
      lastType = type;
      lastMessage = types.of(type, profile);
    }
    return lastMessage;
  }

  /** The continuation of a yielded job, else the next message, else null. */
  @Nullable Envelope takeNext() {
    Envelope first = resume;
    if (first != null) {
      resume = null;
      return first;
    }
    return poll();
  }

  /** What {@link #takeNext} would return. */
  @Nullable Envelope peekNext() {
    return resume != null ? resume : peek();
  }

  /** Whether both belong to one component. */
  @SuppressWarnings("ReferenceEquality") // each component has a profile of its own
  boolean isPartnerOf(TaskCell other) {
    return profile == other.profile;
  }

  /** Takes over when and in which order the next message was sent. */
  void release(long order, long at) {
    releaseOrder = headOrder(order);
    releasedAt = headAt(at);
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int priority() {
    return profile.settings().priority();
  }

  @Override
  public long weight() {
    return profile.settings().weight();
  }

  @Override
  public long released() {
    return releasedAt;
  }

  @Override
  public long deadline() {
    long relative = profile.deadlineNanos();
    return relative == Long.MAX_VALUE ? relative : releasedAt + relative;
  }

  @Override
  public long served() {
    return served;
  }

  @Override
  public long cpu() {
    return cpu;
  }

  @Override
  public int lastCore() {
    return lastCore;
  }

  @Override
  @SuppressWarnings("unchecked") // one policy owns the note
  public <S> S note(Supplier<S> initial) {
    Object known = note;
    if (known == null) {
      known = initial.get();
      note = known;
    }
    return (S) known;
  }

  // What Pekko asks of a message queue.

  @Override
  public void enqueue(ActorRef receiver, Envelope handle) {
    offer(handle, 0, 0);
  }

  @Override
  public @Nullable Envelope dequeue() {
    return poll();
  }

  @Override
  public int numberOfMessages() {
    return size();
  }

  @Override
  public boolean hasMessages() {
    return !isEmpty();
  }

  @Override
  public void cleanUp(ActorRef owner, MessageQueue deadLetters) {
    cleaner.accept(this, left -> deadLetters.enqueue(owner, left));
  }

  @Override
  public String toString() {
    return name;
  }
}
