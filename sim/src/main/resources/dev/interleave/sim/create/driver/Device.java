package {{package}};

import dev.interleave.kernel.Bus;
import dev.interleave.kernel.Device;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The hardware: a queue of commands, and one of what is finished. It takes its time without a core,
 * and raises an interrupt for each command that it has finished.
 */
final class {{Name}}Device implements Device {
  private final Duration latency;
  private final Deque<{{Name}}.Switch> commands = new ArrayDeque<>();
  private final Deque<{{Name}}.Switch> finished = new ArrayDeque<>();
  private Bus bus;

  {{Name}}Device(Duration latency) {
    this.latency = latency;
  }

  @Override
  public synchronized void plug(Bus machine) {
    bus = machine;
  }

  synchronized void submit({{Name}}.Switch command) {
    commands.add(command);
    if (commands.size() == 1) {
      bus.after(latency, this::finish);
    }
  }

  /** What was finished since the last call; one interrupt may stand for several. */
  synchronized List<{{Name}}.Switch> finished() {
    List<{{Name}}.Switch> taken = List.copyOf(finished);
    finished.clear();
    return taken;
  }

  private synchronized void finish() {
    finished.add(commands.remove());
    bus.interrupt(0);
    if (!commands.isEmpty()) {
      bus.after(latency, this::finish);
    }
  }
}
