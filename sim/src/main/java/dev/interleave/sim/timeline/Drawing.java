package dev.interleave.sim.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws a schedule in text: a row for each core, then one for each task that ran or waited. */
public final class Drawing {
  private static final int MOST_TASKS = 60;
  private static final int LONGEST_LABEL = 24;
  private static final char IDLE = '-';

  private final Schedule schedule;
  private final DrawingOptions options;
  private final Symbols symbols = new Symbols();
  private final Map<Integer, List<Span>> byTask;
  private final int label;
  private final Columns columns;

  /** A drawing of {@code schedule}, as {@code options} want it. */
  public Drawing(Schedule schedule, DrawingOptions options) {
    this.schedule = schedule;
    this.options = options;
    this.byTask = visibleByTask();
    this.label = labelWidth();
    this.columns = new Columns(options, options.width() - label);
  }

  private Map<Integer, List<Span>> visibleByTask() {
    Map<Integer, List<Span>> visible = new LinkedHashMap<>();
    Map<Integer, List<Span>> spans =
        schedule.spans().stream()
            .filter(span -> span.to() >= options.from() && span.from() < options.to())
            .collect(Collectors.groupingBy(Span::task));
    for (Integer task : schedule.names().keySet()) {
      if (spans.containsKey(task)) {
        visible.put(task, spans.get(task));
      }
    }
    return visible;
  }

  private int labelWidth() {
    int longest = ("core " + (options.cores() - 1)).length();
    for (Integer task : byTask.keySet()) {
      longest = Math.max(longest, 2 + name(task).length());
    }
    return Math.min(LONGEST_LABEL, longest) + 1;
  }

  private String name(int task) {
    return schedule.names().getOrDefault(task, "?");
  }

  /** Nanoseconds that one column stands for. */
  public double columnNanos() {
    return (double) (options.to() - options.from()) / columns.count();
  }

  /** What the characters of the task rows mean. */
  public String legend() {
    return options.runs()
        + " runs   "
        + options.ready()
        + " ready, waits for a core   "
        + options.device()
        + " waits for its device or a timer   "
        + options.waits()
        + " waits for a message   "
        + options.blink()
        + " a turn of no time";
  }

  /** The drawing, line by line, none longer than the width. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    byTask.keySet().forEach(task -> symbols.of(task, name(task)));
    lines.add(row("", new Axis(options.from(), options.to(), columns.count()).line()));
    for (int core = 0; core < options.cores(); core++) {
      lines.add(row("core " + core, coreRow(core)));
    }
    byTask.forEach((task, spans) -> addTask(lines, task, spans));
    if (byTask.size() > MOST_TASKS) {
      lines.add("(and " + (byTask.size() - MOST_TASKS) + " more tasks)");
    }
    return lines;
  }

  private void addTask(List<String> lines, int task, List<Span> spans) {
    if (lines.size() <= options.cores() + MOST_TASKS) {
      String label = symbols.of(task, name(task)) + " " + name(task);
      lines.add(row(label, columns.taskRow(spans)));
    }
  }

  private String coreRow(int core) {
    List<Span> spans =
        byTask.values().stream().flatMap(List::stream).filter(span -> span.core() == core).toList();
    StringBuilder row = new StringBuilder();
    for (@Nullable Integer task : columns.longest(spans)) {
      row.append(task == null ? IDLE : symbols.of(task, name(task)));
    }
    return row.toString();
  }

  private String row(String text, String content) {
    String cut = text.length() >= label ? text.substring(0, label - 1) : text;
    String line = cut + " ".repeat(label - cut.length()) + content;
    return line.length() > options.width() ? line.substring(0, options.width()) : line;
  }
}
