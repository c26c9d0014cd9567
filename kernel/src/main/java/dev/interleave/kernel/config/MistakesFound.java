package dev.interleave.kernel.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration has mistakes, and nothing was started. The message is ready to be shown. */
public final class MistakesFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  /**
   * @param file the name of the configuration as a whole, for the last line
   * @param mistakes at least one, in order
   */
  public MistakesFound(String file, List<Mistake> mistakes) {
    super(render(file, mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** At least one, in the order of file and line. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  private static String render(String file, List<Mistake> mistakes) {
    String lines =
        mistakes.stream()
            .flatMap(mistake -> mistake.lines().stream())
            .collect(Collectors.joining("\n"));
    String count = mistakes.size() == 1 ? "1 mistake" : mistakes.size() + " mistakes";
    return lines + "\n" + file + ": " + count + ", nothing was started";
  }
}
