package dev.interleave.sim.cli;

import dev.interleave.sim.report.Amounts;
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

  List<String> lines() {
    Drawing drawing = new Drawing(schedule, options);
    List<String> lines = new ArrayList<>(head(title(drawing), drawing.legend()));
    lines.addAll(drawing.lines());
    return lines;
  }

  /** On one line if they fit. */
  private List<String> head(String title, String legend) {
    String line = title + "        " + legend;
    return line.length() <= options.width() ? List.of(line) : List.of(title, legend);
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
