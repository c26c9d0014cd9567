package dev.interleave.kernel.dispatch;

import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.actor.Cell;
import org.apache.pekko.dispatch.Dispatcher;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.Mailbox;
import org.apache.pekko.dispatch.MailboxType;
import org.apache.pekko.dispatch.MessageDispatcherConfigurator;
import org.apache.pekko.dispatch.TaskInvocation;
import org.apache.pekko.dispatch.sysmsg.SystemMessage;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;

/**
 * Pekko's view of an engine: every dispatcher of a system feeds the same one. Tasks go to its run
 * queue; all other actors and submitted runnables are system work.
 */
final class EngineDispatcher extends Dispatcher {
  private static final int ONE_MESSAGE = 1;

  private static final String USER = "/user";

  private final EngineScheduler scheduler;
  private final Engine engine;

  EngineDispatcher(
      MessageDispatcherConfigurator configurator, String id, EngineScheduler scheduler) {
    super(
        configurator,
        id,
        ONE_MESSAGE,
        Duration.Zero(),
        new EngineExecutor(scheduler.engine()),
        FiniteDuration.apply(1, TimeUnit.SECONDS));
    this.scheduler = scheduler;
    this.engine = scheduler.engine();
  }

  @Override
  public Mailbox createMailbox(Cell actor, MailboxType type) {
    scheduler.serves(actor.system());
    return TaskRegistry.isTask(actor.self().path())
        ? engine.tasks.adopt(actor, type, given -> super.createMailbox(actor, given))
        : super.createMailbox(actor, type);
  }

  @Override
  public void dispatch(ActorCell receiver, Envelope invocation) {
    engine.send(this, receiver, invocation);
  }

  /**
   * The first thing that the creator of a typed system sends to its guardian is the word to start,
   * and that is the last thing that creating does.
   */
  void arrivesFromOutside(ActorCell receiver) {
    if (receiver.self().path().toStringWithoutAddress().equals(USER)) {
      scheduler.created();
    }
  }

  /** To an actor that is no task: Pekko's own way, with {@link #registerForExecution} below. */
  void sendToSystem(ActorCell receiver, Envelope invocation) {
    super.dispatch(receiver, invocation);
  }

  @Override
  public void systemDispatch(ActorCell receiver, SystemMessage invocation) {
    engine.act(() -> signal(receiver, invocation));
  }

  private void signal(ActorCell receiver, SystemMessage invocation) {
    Mailbox mailbox = receiver.mailbox();
    mailbox.systemEnqueue(receiver.self(), invocation);
    registerForExecution(mailbox, false, true);
  }

  @Override
  public boolean registerForExecution(Mailbox mailbox, boolean hasMessage, boolean hasSystem) {
    TaskCell task = engine.tasks.of(mailbox);
    if (task == null) {
      return super.registerForExecution(mailbox, hasMessage, hasSystem);
    }
    engine.wake(task);
    return true;
  }

  /** Whether what it is given is the work of {@code other}. */
  boolean feeds(Engine other) {
    return engine == other;
  }

  /** A timer has come that does {@code work} here. What that throws goes to the log. */
  void timer(Runnable work) {
    engine.timer(new TaskInvocation(eventStream(), work, () -> BoxedUnit.UNIT));
  }

  @Override
  public void executeTask(TaskInvocation invocation) {
    engine.execute(invocation);
  }
}
