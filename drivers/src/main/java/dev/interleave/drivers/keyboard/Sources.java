package dev.interleave.drivers.keyboard;

import dev.interleave.kernel.Bus;
import java.nio.file.Path;

/** The source that the settings say, chosen when the keyboard is plugged. */
final class Sources implements KeySource {
  private final KeyboardDriver settings;
  private final long unpluggedAt;
  private KeySource chosen = KeySource.NOBODY;

  Sources(KeyboardDriver settings, long unpluggedAt) {
    this.settings = settings;
    this.unpluggedAt = unpluggedAt;
  }

  @Override
  public void start(Bus bus, KeyboardDevice keyboard) {
    chosen = settings.script().map(this::script).orElseGet(() -> source(bus));
    chosen.start(bus, keyboard);
  }

  @Override
  public void stop() {
    chosen.stop();
  }

  private KeySource script(Path file) {
    return new TimedSource(KeyScript.read(file, settings.rate()).iterator(), unpluggedAt);
  }

  private KeySource source(Bus bus) {
    return switch (settings.source()) {
      case STDIN -> bus.host(HostKeyboard.class).map(it -> host(it, bus)).orElse(KeySource.CLOSED);
      case SYNTHETIC ->
          new TimedSource(new TypistKeys(settings.typist(), bus.random()), unpluggedAt);
      case NONE -> KeySource.NOBODY;
    };
  }

  private KeySource host(HostKeyboard keyboard, Bus bus) {
    return bus.virtual() && !keyboard.live()
        ? new PipeSource(keyboard, settings.rate())
        : new ReaderSource(keyboard);
  }
}
