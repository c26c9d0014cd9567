package dev.interleave.sim.timeline;

/**
 * How a schedule is drawn.
 *
 * @param from the left edge, in nanoseconds since boot
 * @param to the right edge; after {@code from}
 * @param cores how many cores the machine has
 * @param width of the whole drawing, in characters; at least {@link #NARROWEST}
 * @param ascii whether only ASCII may be used
 */
public record DrawingOptions(long from, long to, int cores, int width, boolean ascii) {

  /** Below this a drawing says nothing. */
  public static final int NARROWEST = 40;

  public DrawingOptions {
    if (to <= from) {
      throw new IllegalArgumentException("a timeline must end after its beginning");
    }
    width = Math.max(NARROWEST, width);
  }

  char runs() {
    return ascii ? '#' : '█';
  }

  char ready() {
    return ascii ? ':' : '░';
  }

  /** A turn that took no time. */
  char blink() {
    return '\'';
  }

  char device() {
    return ascii ? '-' : '─';
  }

  char waits() {
    return ascii ? '.' : '·';
  }
}
