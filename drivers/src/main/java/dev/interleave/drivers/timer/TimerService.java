package dev.interleave.drivers.timer;

import dev.interleave.drivers.timer.TimerDriver.After;
import dev.interleave.drivers.timer.TimerDriver.Cancel;
import dev.interleave.drivers.timer.TimerDriver.Cancelled;
import dev.interleave.drivers.timer.TimerDriver.Every;
import dev.interleave.drivers.timer.TimerDriver.Interrupted;
import dev.interleave.drivers.timer.TimerDriver.Message;
import dev.interleave.drivers.timer.TimerDriver.Refused;
import dev.interleave.drivers.timer.TimerDriver.Reply;
import dev.interleave.drivers.timer.TimerDriver.Tick;
import dev.interleave.kernel.DriverContext;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** One life of a {@link TimerDriver}. Not threadsafe: for the driver's own turns. */
final class TimerService {

  /** The periodic timers, for the next life; they keep their phase. */
  private record Kept(List<Timer> periodic) {}

  private final TimerDriver settings;
  private final DriverContext<Message> context;
  private final TimerDevice device;
  private final Timers timers = new Timers();
  private long requests;

  TimerService(TimerDriver settings, DriverContext<Message> context) {
    this.settings = settings;
    this.context = context;
    this.device = new TimerDevice(settings.resolution());
    context.device(device, Interrupted::new);
    context.restore(Kept.class).ifPresent(kept -> kept.periodic().forEach(this::resume));
    arm();
  }

  private void resume(Timer timer) {
    timers.add(timer);
    requests = Math.max(requests, timer.id() + 1);
  }

  Behavior<Message> serving() {
    return Behaviors.receive(Message.class)
        .onMessage(After.class, this::after)
        .onMessage(Every.class, this::every)
        .onMessage(Cancel.class, this::cancel)
        .onMessage(Interrupted.class, interrupt -> fire())
        .onSignal(PreRestart.class, signal -> crashed())
        .build();
  }

  private Behavior<Message> after(After request) {
    long delay = request.delay().toNanos();
    long now = context.clock().nanos();
    String name = request.name().orElse("");
    return start(Timer.once(requests++, name, now, delay, request.replyTo()));
  }

  private Behavior<Message> every(Every request) {
    long interval = request.interval().toNanos();
    long now = context.clock().nanos();
    String name = request.name().orElse("");
    return start(Timer.periodic(requests++, name, now, interval, request.replyTo()));
  }

  private Behavior<Message> start(Timer timer) {
    context.consume(settings.requestCost());
    Optional<Timer> replaced = timers.remove(timer.name());
    replaced.ifPresent(old -> old.owner().tell(new Cancelled(old.name())));
    if (timers.size() >= settings.capacity()) {
      refuse(timer.owner());
    } else {
      timers.add(timer);
    }
    return changed(timer.periodic() || replaced.isPresent());
  }

  private void refuse(ActorRef<Reply> owner) {
    context.drop("refused", 1);
    owner.tell(new Refused(settings.capacity() + " timers run already"));
  }

  private Behavior<Message> cancel(Cancel request) {
    context.consume(settings.requestCost());
    Optional<Timer> ended = timers.remove(request.name());
    ended.ifPresent(timer -> timer.owner().tell(new Cancelled(timer.name())));
    request.replyTo().tell(answer(request, ended));
    return changed(ended.isPresent());
  }

  private static Reply answer(Cancel request, Optional<Timer> ended) {
    return ended.isPresent()
        ? new Cancelled(request.name())
        : new Refused("there is no timer " + request.name());
  }

  private Behavior<Message> fire() {
    long now = context.clock().nanos();
    Optional<Timer> due = timers.takeDue(now);
    boolean periodic = false;
    while (due.isPresent()) {
      periodic |= due.get().periodic();
      fire(due.get(), now);
      due = timers.takeDue(now);
    }
    return changed(periodic);
  }

  private void fire(Timer timer, long now) {
    context.consume(settings.tickCost());
    Tick tick = timer.tick(now);
    timer.owner().tell(tick);
    context.count("ticks", 1);
    if (tick.missed() > 0) {
      context.count("missed", tick.missed());
    }
    context.measure("lateness", context.clock().nanos() - tick.dueAt().toNanos());
    if (timer.periodic()) {
      timers.add(timer.next(now));
    }
  }

  private Behavior<Message> changed(boolean keep) {
    if (keep) {
      context.save(new Kept(timers.periodic()));
    }
    arm();
    return Behaviors.same();
  }

  private void arm() {
    timers.first().ifPresentOrElse(first -> device.arm(first.due()), device::disarm);
  }

  private Behavior<Message> crashed() {
    timers.oneShot().forEach(it -> it.owner().tell(new Refused(context.name() + " crashed")));
    return Behaviors.same();
  }
}
