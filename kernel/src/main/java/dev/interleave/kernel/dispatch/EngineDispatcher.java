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

/**
 * Pekko's view of an engine: every dispatcher of a system feeds the same one. Tasks go to its run
 * queue; all other actors and submitted runnables are system work.
 */
final class EngineDispatcher extends Dispatcher {
  private static final int ONE_MESSAGE = 1;

  private final Engine engine;

  EngineDispatcher(MessageDispatcherConfigurator configurator, String id, Engine engine) {
    super(
        configurator,
        id,
        ONE_MESSAGE,
        Duration.Zero(),
        new EngineExecutor(engine),
        FiniteDuration.apply(1, TimeUnit.SECONDS));
    this.engine = engine;
  }

  @Override
  public Mailbox createMailbox(Cell actor, MailboxType type) {
    return TaskRegistry.isTask(actor.self().path())
        ? engine.tasks.adopt(actor, type, given -> super.createMailbox(actor, given))
        : super.createMailbox(actor, type);
  }

  @Override
  public void dispatch(ActorCell receiver, Envelope invocation) {
    engine.send(this, receiver, invocation);
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

  @Override
  public void executeTask(TaskInvocation invocation) {
    engine.execute(invocation);
  }
}
