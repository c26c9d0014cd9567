package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.Machine;

/** The fixed costs of the simulated dispatcher, in nanoseconds of CPU time. */
final class SwitchCosts {
  private final long onSwitch;
  private final long onMigration;
  private final long onIpc;
  private final boolean any;

  SwitchCosts(Machine.Simulated machine) {
    onSwitch = machine.switchCost().toNanos();
    onMigration = machine.migrationCost().toNanos();
    onIpc = machine.ipcCost().toNanos();
    any = onSwitch > 0 || onMigration > 0 || onIpc > 0 || !machine.messageCost().isZero();
  }

  boolean any() {
    return any;
  }

  /** What it costs {@code core} to take {@code task}. */
  long of(VirtualCore core, TaskCell task) {
    long cost = core.last == task ? 0 : onSwitch;
    return task.lastCore < 0 || task.lastCore == core.number ? cost : cost + onMigration;
  }

  /** What a message of {@code type} costs its receiver, whatever its handler does. */
  long ofMessage(MessageType type) {
    return type.kernel() ? type.costNanos() : type.costNanos() + onIpc;
  }
}
