package dev.interleave.sim.cli;

import dev.interleave.drivers.keyboard.HostKeyboard;
import dev.interleave.drivers.keyboard.KeyboardDriver;
import dev.interleave.kernel.Host;
import dev.interleave.kernel.Part;
import dev.interleave.sim.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is typed in runs that nobody sits at: the same in each. */
final class BatchInput {
  /** At a terminal nobody knows when a person has typed enough. */
  private static final String SESSION = "echo hello\nsum 1000000\nping host\nexit\n";

  private final Session session;
  private byte @Nullable [] typed;

  BatchInput(Session session) {
    this.session = session;
  }

  /**
   * Reads what is typed, and says so where nobody does it. Before anything runs and signals are
   * caught: this may wait for ever.
   */
  void prepare(Scenario scenario) {
    host(scenario);
  }

  /** A host for one more run of {@code scenario}. */
  Host host(Scenario scenario) {
    return scenario.plan().parts().stream().anyMatch(BatchInput::isKeyboard)
        ? new Lent().with(HostKeyboard.class, new BytesKeyboard(typed()))
        : Host.NONE;
  }

  private static boolean isKeyboard(Part part) {
    return part instanceof Part.DriverPart driver
        && driver.driver() instanceof KeyboardDriver keyboard
        && keyboard.script().isEmpty()
        && keyboard.source() == KeyboardDriver.Source.STDIN;
  }

  private byte[] typed() {
    byte[] known = typed;
    if (known == null) {
      known = session.terminals().in() ? sample() : all();
      typed = known;
    }
    return known;
  }

  private byte[] sample() {
    session.tell(
        "typed for you in every run: echo hello, sum 1000000, ping host, exit"
            + "   (or pipe your own into it)");
    return SESSION.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] all() {
    try {
      return session.in().readAllBytes();
    } catch (IOException closed) {
      return new byte[0];
    }
  }
}
