package dev.interleave.kernel.plain;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.plain.Conversation.Opening;
import dev.interleave.kernel.plain.Conversation.Say;
import dev.interleave.kernel.plain.Conversation.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rules of virtual cores once more, as plainly as they read, one nanosecond at a time. It
 * shares no code with the engine and tells what happened in lines that can be compared.
 */
final class PlainMachine {
  private static final int OUTSIDE = -1;

  private final Machine.Simulated machine;
  private final PlainRule rule;
  private final List<PlainTask> tasks = new ArrayList<>();
  private final List<PlainCore> cores = new ArrayList<>();
  private final List<PlainTask> ready = new ArrayList<>();
  private final ArrayDeque<Opening> openings = new ArrayDeque<>();
  private final List<String> log = new ArrayList<>();
  private long now;
  private long messages;
  private long turns;
  private long dispatches;
  private long entries;

  PlainMachine(Machine.Simulated machine, PlainRule rule, Conversation talk) {
    this.machine = machine;
    this.rule = rule;
    talk.tasks().forEach(talker -> tasks.add(new PlainTask(tasks.size(), talker)));
    talk.openings().stream().sorted(Comparator.comparingLong(Opening::at)).forEach(openings::add);
    for (int i = 0; i < machine.cores(); i++) {
      cores.add(new PlainCore(i));
    }
  }

  /** What happens until nothing is left to do. */
  List<String> run() {
    while (!openings.isEmpty() || !cores.stream().allMatch(PlainCore::isIdle)) {
      while (somethingHappens()) {}
      cores.forEach(PlainCore::tick);
      now++;
    }
    return log;
  }

  private boolean somethingHappens() {
    boolean slicesFirst = machine.requeue() == Machine.Requeue.BEFORE_ARRIVALS;
    return completion()
        || (slicesFirst && endsOfSlices())
        || arrival()
        || endsOfSlices()
        || idleCoreTakesTurn()
        || preemption();
  }

  // --- in this order ---

  private boolean completion() {
    Optional<PlainCore> due =
        cores.stream()
            .filter(PlainCore::isDue)
            .min(Comparator.comparingLong(core -> core.running().turn));
    due.ifPresent(this::goesOn);
    return due.isPresent();
  }

  private void goesOn(PlainCore core) {
    PlainTask task = core.running();
    if (task.effectIsDue()) {
      PlainTask.Effect effect = task.effects.remove();
      send(task.number, effect.to(), effect.said());
    } else {
      ended(leaves(core, "COMPLETED"));
    }
  }

  private boolean arrival() {
    if (openings.isEmpty() || openings.getFirst().at() > now) {
      return false;
    }
    Opening opening = openings.remove();
    send(OUTSIDE, opening.to(), opening.said());
    return true;
  }

  private boolean endsOfSlices() {
    List<PlainCore> over =
        cores.stream()
            .filter(core -> rule.quantum() > 0 && core.serves() && core.slice == 0)
            .sorted(Comparator.comparingLong(core -> core.dispatch))
            .toList();
    over.forEach(ready.isEmpty() ? core -> core.slice = rule.quantum() : this::expires);
    return !over.isEmpty();
  }

  private void expires(PlainCore core) {
    PlainTask task = leaves(core, "EXPIRED");
    task.release = messages++;
    waits(task);
  }

  private boolean idleCoreTakesTurn() {
    Optional<PlainCore> idle = cores.stream().filter(PlainCore::isIdle).findFirst();
    Optional<PlainTask> first = ready.stream().min(order());
    if (idle.isEmpty() || first.isEmpty()) {
      return false;
    }
    ready.remove(first.get());
    first.get().waits = false;
    dispatch(idle.get(), first.get());
    return true;
  }

  private Comparator<PlainTask> order() {
    Comparator<PlainTask> entry = Comparator.comparingLong(task -> task.entry);
    return rule.urgentFirst()
        ? Comparator.comparingInt(PlainMachine::unurgency)
            .thenComparingLong(task -> task.release)
            .thenComparing(entry)
        : entry;
  }

  private static int unurgency(PlainTask task) {
    return -task.is.priority();
  }

  private boolean preemption() {
    Optional<PlainCore> victim =
        ready.stream().filter(any -> rule.preempts()).min(order()).flatMap(this::victim);
    victim.ifPresent(core -> waits(leaves(core, "PREEMPTED")));
    return victim.isPresent();
  }

  /** The least urgent task that may be cut for {@code first}; of equals the one that came last. */
  private Optional<PlainCore> victim(PlainTask first) {
    return cores.stream()
        .filter(core -> core.serves() && unurgency(core.running()) > unurgency(first))
        .max(
            Comparator.<PlainCore>comparingInt(core -> unurgency(core.running()))
                .thenComparingLong(core -> core.running().release));
  }

  // --- turns ---

  private void dispatch(PlainCore core, PlainTask task) {
    core.task = task;
    core.dispatch = dispatches++;
    core.since = now;
    core.slice = rule.quantum();
    core.switching = switchCost(core, task);
    core.last = task;
    task.lastCore = core;
    if (task.inTurn) {
      tell("resumed", task, core);
    } else {
      begin(core, task);
    }
    if (core.serves() && task.owesNothing()) {
      ended(leaves(core, "COMPLETED"));
    }
  }

  private long switchCost(PlainCore core, PlainTask task) {
    boolean migrates = task.lastCore != null && task.lastCore != core;
    return (core.last == task ? 0 : machine.switchCost().toNanos())
        + (migrates ? machine.migrationCost().toNanos() : 0);
  }

  private void begin(PlainCore core, PlainTask task) {
    tell("taken", task, core);
    task.inTurn = true;
    task.turn = turns++;
    task.served = 0;
    task.owed = machine.messageCost().plus(machine.ipcCost()).toNanos();
    Say said = task.mailbox.remove().said();
    for (Step step : task.is.plan(said)) {
      task.owed += step.consumed();
      if (step.to() >= 0) {
        act(core, task, step.to(), said.answer());
      }
    }
  }

  private void act(PlainCore core, PlainTask task, int to, Say said) {
    if (core.switching == 0 && task.owed == 0) {
      send(task.number, to, said);
    } else {
      task.effects.add(new PlainTask.Effect(task.owed, to, said));
    }
  }

  private PlainTask leaves(PlainCore core, String why) {
    PlainTask task = core.running();
    core.task = null;
    log.add(now + " left " + task.number + " on " + core.number + " " + why + (now - core.since));
    return task;
  }

  private void ended(PlainTask task) {
    task.inTurn = false;
    isReadyIfItHasMessages(task);
  }

  private void send(int from, int to, Say said) {
    log.add(now + " sent " + from + " to " + to);
    PlainTask task = tasks.get(to);
    task.mailbox.add(new PlainTask.Message(said, messages++));
    if (!task.inTurn && !task.waits) {
      isReadyIfItHasMessages(task);
    }
  }

  private void isReadyIfItHasMessages(PlainTask task) {
    if (!task.mailbox.isEmpty()) {
      task.release = task.mailbox.getFirst().order();
      waits(task);
    }
  }

  private void waits(PlainTask task) {
    task.waits = true;
    task.entry = entries++;
    ready.add(task);
  }

  private void tell(String what, PlainTask task, PlainCore core) {
    log.add(now + " " + what + " " + task.number + " on " + core.number);
  }
}
