package dev.interleave.kernel.runtime;

import dev.interleave.kernel.InterruptLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The interrupt lines of all plugged devices, in the order of their plugging. Threadsafe. */
final class PluggedLines {
  private final Set<InterruptLine> lines = new LinkedHashSet<>();

  synchronized void add(InterruptLine line) {
    lines.add(line);
  }

  synchronized void remove(InterruptLine line) {
    lines.remove(line);
  }

  /** Unplugs every device; none of them under this object's lock, since a device may call back. */
  void unplugAll() {
    present().forEach(InterruptLine::unplug);
  }

  private synchronized List<InterruptLine> present() {
    return new ArrayList<>(lines);
  }
}
