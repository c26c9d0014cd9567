package dev.interleave.kernel.dispatch;

import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pekko.actor.ActorRef;
import org.jspecify.annotations.Nullable;

/** How a leak is told: who did what to whom, at which virtual time, and in which line of theirs. */
final class Leak {
  private static final List<String> NOT_THEIRS =
      List.of(
          "java.",
          "jdk.",
          "sun.",
          "scala.",
          "org.apache.pekko.",
          "dev.interleave.kernel.dispatch.");

  private Leak() {}

  /**
   * Something that the calling thread, which is {@code thread}, submits.
   *
   * @param began where the receiver began to wait for it, if it did; else empty
   */
  static String submission(Thread thread, @Nullable ActorRef receiver, long now, String began) {
    String what =
        receiver == null ? "submitted work" : "sent to " + TaskRegistry.nameOf(receiver.path());
    String line = lineHere();
    return "leak: "
        + named(thread)
        + " "
        + what
        + " at "
        + time(now)
        + (line.isEmpty() ? began : line);
  }

  /** Virtual threads have no name unless they are given one. */
  private static String named(Thread thread) {
    String name = thread.getName();
    return name.isEmpty() ? "a thread without a name" : "thread \"" + name + "\"";
  }

  /** Nothing else is left to do, and {@code who} waits for a future. */
  static String still(ActorRef who, long now, String line) {
    return TaskRegistry.nameOf(who.path())
        + " still waits at "
        + time(now)
        + " for a future that is completed elsewhere or never"
        + line;
  }

  /** The calling thread runs the handler of {@code task}, which does {@code what}. */
  static String handler(@Nullable String task, String what, long now) {
    String who = task == null ? "system work" : task;
    return "leak: " + who + " " + what + " in its handler at " + time(now) + lineHere();
  }

  /** {@code thread} runs the handler of {@code task}, which waits. */
  static String wait(@Nullable String task, long now, StackTraceElement[] stack) {
    String who = task == null ? "system work" : task;
    return "leak: " + who + " blocks" + in(stack) + " at " + time(now) + line(Arrays.stream(stack));
  }

  /** {@code thread}, outside, has not rested for long. */
  static String busy(Thread thread) {
    return "virtual time waits until "
        + named(thread)
        + " rests: it computes or spins"
        + line(Arrays.stream(thread.getStackTrace()));
  }

  /** The method of the platform or of Pekko in which their line waits; it may wait by itself. */
  private static String in(StackTraceElement[] stack) {
    int theirs = 0;
    while (theirs < stack.length && !isTheirs(stack[theirs].getClassName())) {
      theirs++;
    }
    return stack.length == 0 ? "" : " in " + place(stack[Math.max(0, theirs - 1)]);
  }

  private static String place(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName();
  }

  /** Hours, minutes, seconds and milliseconds. */
  static String time(long nanos) {
    long millis = nanos / 1_000_000;
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1_000 % 60,
        millis % 1_000);
  }

  /** The first line of the program on the calling thread, in brackets; empty when there is none. */
  static String lineHere() {
    return StackWalker.getInstance()
        .walk(frames -> line(frames.map(StackFrame::toStackTraceElement)));
  }

  private static String line(Stream<StackTraceElement> frames) {
    Optional<StackTraceElement> theirs =
        frames.filter(frame -> isTheirs(frame.getClassName())).findFirst();
    return theirs.map(it -> " (" + it.getFileName() + ":" + it.getLineNumber() + ")").orElse("");
  }

  private static boolean isTheirs(String type) {
    return NOT_THEIRS.stream().noneMatch(type::startsWith);
  }
}
