package dev.interleave.drivers.keyboard;

import dev.interleave.kernel.config.TextFile;
import dev.interleave.kernel.config.UnreadableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of time-stamped keys:
 *
 * <pre>
 * # a comment
 * 1.5 s  "echo hello" enter     a time since boot, and keys one after the other at a rate
 * +2 s   ctrl-d                 a time after the key before
 * 10 s   end-of-input           without it, that comes with the last key
 * open                          there is no end of input
 * </pre>
 *
 * <p>A time is a number with a unit ({@code ns, us, ms, s, m}), exact to the nanosecond, and never
 * before the key above it. Keys are written as {@link StrokeText} says.
 */
final class KeyScript {
  static final String OPEN = "open";
  static final String END = "end-of-input";

  private final double rate;
  private final List<Press> presses = new ArrayList<>();
  private boolean open;
  private boolean ended;
  private long last;

  private KeyScript(double rate) {
    this.rate = rate;
  }

  /**
   * What the script {@code file} presses, in order.
   *
   * @param rate keys a second of one line
   * @throws IllegalArgumentException when it cannot be read; the message names the line
   */
  static List<Press> read(Path file, double rate) {
    String name = String.valueOf(file.getFileName());
    try {
      return parse(TextFile.read(file, file.toString()), name, rate);
    } catch (UnreadableFile unreadable) {
      throw new IllegalArgumentException(String.valueOf(unreadable.getMessage()), unreadable);
    } catch (TextFile.NoText binary) {
      throw new IllegalArgumentException(name + ":" + binary.line() + ": " + binary.getMessage());
    }
  }

  /** As {@link #read}, from a text that is called {@code name}. */
  static List<Press> parse(String text, String name, double rate) {
    KeyScript script = new KeyScript(rate);
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      try {
        script.line(line.strip());
      } catch (IllegalArgumentException mistake) {
        throw new IllegalArgumentException(name + ":" + number + ": " + mistake.getMessage());
      }
    }
    return script.complete();
  }

  private void line(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (ended) {
      throw new IllegalArgumentException("nothing can follow the end of input");
    }
    if (line.equals(OPEN)) {
      open = true;
    } else {
      timed(line);
    }
  }

  private void timed(String line) {
    ScriptTime time = ScriptTime.read(line);
    long at = time.relative() ? last + time.nanos() : time.nanos();
    if (at < last) {
      throw new IllegalArgumentException("this is before the last key above it");
    }
    last = at;
    if (time.rest().equals(END)) {
      end();
    } else {
      press(StrokeText.read(time.rest()), at);
    }
  }

  private void end() {
    ended = true;
    presses.add(new Press(last, Optional.empty()));
  }

  private void press(List<Stroke> strokes, long at) {
    if (strokes.isEmpty()) {
      throw new IllegalArgumentException("there is a time, but no key");
    }
    for (int i = 0; i < strokes.size(); i++) {
      last = at + Rate.after(i, rate);
      presses.add(new Press(last, Optional.of(strokes.get(i))));
    }
  }

  private List<Press> complete() {
    if (!open && !ended) {
      end();
    }
    return List.copyOf(presses);
  }
}
