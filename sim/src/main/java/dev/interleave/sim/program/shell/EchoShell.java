package dev.interleave.sim.program.shell;

import dev.interleave.drivers.keyboard.KeyboardDriver;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import org.apache.pekko.actor.typed.Behavior;

/**
 * The shell of the default scenario: a prompt, a line that can be edited, and a few commands. It
 * has no authority but what its scenario grants; a command whose driver it may not use says so.
 *
 * <p>While a command runs, keys wait for the next prompt; Control-C gives the command up. The end
 * of the keys is like Control-D on an empty line: it ends the run, when all that was said is
 * visible.
 *
 * @param keyboard where keys come from, by its name in the scenario
 * @param display where everything is shown
 * @param network what {@code ping} asks
 * @param vector what {@code sum} asks
 * @param prompt what is shown before each command
 */
public record EchoShell(
    String keyboard, String display, String network, String vector, String prompt)
    implements Program<EchoShell.Message> {

  /** What comes to a shell. Nobody else sends to it. */
  public sealed interface Message permits Pressed, NoKey, ReadAgain, Said, Shown {}

  /** The keyboard has a key, or no more. */
  record Pressed(KeyboardDriver.Input input) implements Message {}

  /** The keyboard did not answer. */
  record NoKey() implements Message {}

  /** It is time to ask the keyboard again. */
  record ReadAgain() implements Message {}

  /** A command has its answer. */
  record Said(long command, String line) implements Message {}

  /** The last words are visible, or never will be. */
  record Shown() implements Message {}

  @Override
  public Behavior<Message> start(ProgramContext<Message> context) {
    return new Shell(context, this).begin();
  }
}
