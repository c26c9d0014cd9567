package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.config.KebabCase;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;

/** Names and costs of message types. Not threadsafe. */
final class MessageTypes {
  private final Trace trace;
  private final long everyMessage;

  MessageTypes(Trace trace, long everyMessage) {
    this.trace = trace;
    this.everyMessage = everyMessage;
  }

  MessageType of(Class<?> type, TaskProfile profile) {
    String name = name(type);
    boolean kernel = KernelMessage.class.isAssignableFrom(type);
    Duration own = profile.settings().costs().get(KebabCase.of(name));
    long cost = own != null ? own.toNanos() : kernel ? 0 : everyMessage;
    return new MessageType(trace.name(name), cost, kernel);
  }

  /** The simple name; what the platform makes up for hidden classes differs from run to run. */
  private static String name(Class<?> type) {
    String simple = type.getSimpleName();
    int made = simple.indexOf("$$");
    return simple.isEmpty() ? "Anonymous" : made <= 0 ? simple : simple.substring(0, made);
  }
}
