package dev.interleave.drivers.display;

import dev.interleave.drivers.display.DisplayDriver.Screen;
import dev.interleave.kernel.Bus;
import dev.interleave.kernel.Device;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A screen that repaints what has changed: at once after a rest, else one period after the frame
 * before began. A frame that takes longer than that makes the next ones late: they are missed.
 * Threadsafe.
 */
final class DisplayDevice implements Device {
  static final int FRAME = 0;
  static final int LOOKED = 1;

  private final DisplayDriver settings;
  private final FrameClock clock;
  private final FrameBuffer buffer;
  private final Outbox outbox;
  private final LineLog log;
  private final Deque<Screen> looked = new ArrayDeque<>();
  private List<Duration> stamps = new ArrayList<>();
  private @Nullable Bus bus;
  private @Nullable Scanout scanout;
  private boolean showsCells;
  private long written;
  private long awaited;
  private Seen seen = new Seen(0, Duration.ZERO);

  /**
   * What is seen.
   *
   * @param ticket of the last drawing in it
   * @param at since when, from boot
   */
  record Seen(long ticket, Duration at) {}

  /**
   * What a device hands to the one that is plugged in its place.
   *
   * @param screen its frame buffer
   * @param log the lines that were complete
   */
  record Remains(FrameBuffer.Contents screen, LineLog log) {}

  DisplayDevice(DisplayDriver settings, Optional<Remains> remains) {
    this.settings = settings;
    this.clock = new FrameClock(settings.refresh());
    this.log = new LineLog(settings.history());
    remains.ifPresent(it -> log.addAll(it.log()));
    this.outbox = new Outbox(settings.backlog(), this::lost);
    this.buffer =
        new FrameBuffer(settings.columns(), settings.rows(), this::scrolledOff, this::completed);
    remains.ifPresent(it -> buffer.restore(it.screen()));
  }

  private void scrolledOff(Row row) {
    if (showsCells) {
      outbox.add(row);
    }
  }

  private void completed(Piece piece) {
    log.add(piece);
    outbox.add(piece);
  }

  private void lost(long lines) {
    Bus present = bus;
    if (present != null) {
      present.drop("lost-lines", lines);
    }
  }

  @Override
  public synchronized void plug(Bus bus) {
    this.bus = bus;
    Optional<HostScreen> host = bus.host(HostScreen.class);
    View view = host.map(it -> Views.on(it, settings.backend())).orElse(View.NOWHERE);
    showsCells = view.showsCells();
    scanout = new Scanout(view, host, bus.virtual());
  }

  // --- registers, for the driver: they take effect when its turn has been served so far ---

  /**
   * Changes the frame buffer; {@link #seen} reaches {@code ticket} when that is seen.
   *
   * @param awaited whether an interrupt shall tell of it
   */
  synchronized void draw(
      Consumer<FrameBuffer> drawing, Optional<Duration> stamp, long ticket, boolean awaited) {
    access(
        () -> {
          drawing.accept(buffer);
          stamp.ifPresent(stamps::add);
          written = ticket;
          this.awaited = awaited ? ticket : this.awaited;
          schedule();
        });
  }

  /** Puts the screen as it is by then in the row of those that {@link #takeLooked} gives. */
  synchronized void look() {
    access(
        () -> {
          looked.addLast(buffer.screen());
          interrupt(LOOKED);
        });
  }

  private void access(Runnable access) {
    Bus present = bus;
    if (present != null && present.virtual()) {
      present.after(Duration.ZERO, () -> locked(access));
    } else if (present != null) {
      access.run();
    }
  }

  private synchronized void locked(Runnable access) {
    access.run();
  }

  synchronized Seen seen() {
    return seen;
  }

  /** The screen that was looked at first and not taken yet. */
  synchronized Optional<Screen> takeLooked() {
    return Optional.ofNullable(looked.pollFirst());
  }

  // --- frames ---

  private void schedule() {
    Bus present = bus;
    if (present != null && clock.schedule()) {
      long delay = clock.delay(present.clock().nanos());
      present.after(Duration.ofNanos(delay), this::frameDue);
    }
  }

  private synchronized void frameDue() {
    Bus present = bus;
    if (present != null && clock.due(present.clock().nanos())) {
      beginFrame(present);
    }
  }

  private void beginFrame(Bus present) {
    clock.begin(present.clock().nanos());
    long cells = buffer.damage().cells();
    present.count("frames", 1);
    present.count("cells", cells);
    List<Duration> answered = stamps;
    stamps = new ArrayList<>();
    long ticket = written;
    Frame frame = frame();
    long scan = Math.multiplyExact(cells, settings.cellTime().toNanos());
    paint(frame, () -> after(scan, () -> endFrame(answered, ticket)));
  }

  private void paint(Frame frame, Runnable painted) {
    Scanout out = scanout;
    if (out != null) {
      out.paint(frame, painted);
    }
  }

  private void after(long nanos, Runnable event) {
    Bus present = bus;
    if (nanos == 0) {
      event.run();
    } else if (present != null) {
      present.after(Duration.ofNanos(nanos), event);
    }
  }

  private Frame frame() {
    buffer.damage().reset();
    int column = Math.min(buffer.cursorColumn(), settings.columns() - 1);
    return new Frame(
        outbox.takePieces(),
        buffer.tail(),
        outbox.takeRows(),
        showsCells ? buffer.seen() : List.of(),
        column,
        buffer.cursorRow());
  }

  private synchronized void endFrame(List<Duration> answered, long ticket) {
    Bus present = bus;
    if (present != null) {
      measure(present, answered);
      if (awaited > seen.ticket()) {
        interrupt(FRAME);
      }
      seen = new Seen(ticket, present.clock().sinceBoot());
      catchUp(present, clock.end(present.clock().nanos()));
    }
  }

  private static void measure(Bus present, List<Duration> stamps) {
    long now = present.clock().nanos();
    stamps.forEach(stamp -> present.measure("key-latency", now - stamp.toNanos()));
  }

  /** Begins the frame that waited for the one before, if one did. */
  private void catchUp(Bus present, long missed) {
    if (missed > 0) {
      present.count("missed-frames", missed);
      beginFrame(present);
    }
  }

  private void interrupt(int badge) {
    Bus present = bus;
    if (present != null) {
      present.interrupt(badge);
    }
  }

  @Override
  public void unplug() {
    Bus present = powerOff();
    Scanout out = scanout;
    if (present != null && out != null) {
      out.finish(lastFrame());
      report(present);
    }
  }

  private synchronized @Nullable Bus powerOff() {
    Bus present = bus;
    bus = null;
    return present;
  }

  private synchronized Frame lastFrame() {
    buffer.finish();
    return frame();
  }

  private synchronized void report(Bus present) {
    measure(present, stamps);
    stamps.clear();
    present.publish("screen", String.join("\n", buffer.screen().lines()).stripTrailing());
    present.publish("text", log.text());
  }

  /** After {@link #unplug}. */
  synchronized Remains remains() {
    return new Remains(buffer.contents(), log);
  }
}
