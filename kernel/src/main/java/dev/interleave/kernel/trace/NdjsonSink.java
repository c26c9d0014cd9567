package dev.interleave.kernel.trace;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes every event as one line of JSON: {@code
 * {"at":1000,"event":"taken","task":3,"core":0,"message":"Key"}}. Times are nanoseconds since boot;
 * fields are always in the same order. What cannot be written any more ends the writing, not the
 * run.
 */
public final class NdjsonSink implements Sink {
  private final Appendable out;
  private @Nullable IOException failure;

  /**
   * @param out takes the lines; the caller closes it
   */
  public NdjsonSink(Appendable out) {
    this.out = out;
  }

  @Override
  public void event(Event event) {
    if (failure == null) {
      try {
        out.append(line(event).toString()).append('\n');
      } catch (IOException cannot) {
        failure = cannot;
      }
    }
  }

  /** Why not everything was written; empty while everything was. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  private static JsonObject line(Event event) {
    JsonObject line = new JsonObject().put("at", event.at());
    if (event instanceof Event.Started it) {
      return head(line, "started", it).put("parent", it.parent()).put("name", it.name());
    } else if (event instanceof Event.Stopped it) {
      return head(line, "stopped", it);
    } else if (event instanceof Event.Sent it) {
      return head(line, "sent", it).put("from", it.from()).put("message", it.message());
    } else if (event instanceof Event.Ready it) {
      return head(line, "ready", it);
    } else if (event instanceof Event.Taken it) {
      return head(line, "taken", it).put("core", it.core()).put("message", it.message());
    } else if (event instanceof Event.Resumed it) {
      return head(line, "resumed", it).put("core", it.core());
    } else if (event instanceof Event.Left it) {
      return head(line, "left", it)
          .put("core", it.core())
          .put("why", word(it.why()))
          .put("served", it.served());
    }
    return account(line, event);
  }

  private static JsonObject account(JsonObject line, Event event) {
    if (event instanceof Event.Interrupt it) {
      return head(line, "interrupt", it).put("badge", it.badge()).put("coalesced", it.coalesced());
    } else if (event instanceof Event.Dropped it) {
      return head(line, "dropped", it).put("place", it.place()).put("amount", it.amount());
    } else if (event instanceof Event.Measured it) {
      return head(line, "measured", it).put("metric", it.metric()).put("value", it.value());
    } else if (event instanceof Event.Counted it) {
      return head(line, "counted", it).put("metric", it.metric()).put("amount", it.amount());
    } else if (event instanceof Event.Published it) {
      return head(line, "published", it).put("metric", it.metric()).put("text", it.text());
    } else if (event instanceof Event.Crashed it) {
      return head(line, "crashed", it).put("reason", it.reason());
    } else if (event instanceof Event.Halted it) {
      return head(line, "halted", it).put("why", it.why());
    }
    return head(line, "restarted", event);
  }

  private static JsonObject head(JsonObject line, String kind, Event event) {
    return line.put("event", kind).put("task", event.task());
  }

  private static String word(Event.Why why) {
    return switch (why) {
      case COMPLETED -> "completed";
      case YIELDED -> "yielded";
      case PREEMPTED -> "preempted";
      case EXPIRED -> "expired";
      case ABORTED -> "aborted";
    };
  }
}
