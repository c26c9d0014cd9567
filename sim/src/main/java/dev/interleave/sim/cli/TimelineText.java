package dev.interleave.sim.cli;

import dev.interleave.sim.metric.Amounts;
import dev.interleave.sim.report.MachineWords;
import dev.interleave.sim.run.RunResult;
import dev.interleave.sim.timeline.Drawing;
import dev.interleave.sim.timeline.DrawingOptions;
import dev.interleave.sim.timeline.Schedule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A drawing with its title and legend. */
record TimelineText(RunResult result, Schedule schedule, DrawingOptions options) {
  private static final String GAP = "   ";

  List<String> lines() {
    Drawing drawing = new Drawing(schedule, options);
    List<String> lines = new ArrayList<>(head(title(drawing), drawing.legend()));
    lines.addAll(drawing.lines());
    return lines;
  }

  /** On one line if they fit, else on as many as they need. */
  private List<String> head(String title, String legend) {
    List<String> lines = new ArrayList<>();
    String line = title + "     ";
    for (String item : legend.split(" {3}", -1)) {
      if (line.length() + GAP.length() + item.length() > options.width()) {
        lines.add(line.stripTrailing());
        line = item;
      } else {
        line += (line.isEmpty() ? "" : GAP) + item;
      }
    }
    lines.add(line);
    return lines;
  }

  private String title(Drawing drawing) {
    return result.plan().name()
        + " on "
        + MachineWords.title(result.plan().machine())
        + ", "
        + Amounts.duration(result.outcome().elapsed())
        + " (one column is "
        + Amounts.duration(BigDecimal.valueOf(drawing.columnNanos()))
        + ")";
  }
}
