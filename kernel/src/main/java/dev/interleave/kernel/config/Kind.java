package dev.interleave.kernel.config;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.policy.Policy;

/** What can be named by {@code type} in a scenario. */
public enum Kind {
  DRIVER("driver", "drivers", Driver.class),
  PROGRAM("program", "programs", Program.class),
  POLICY("policy", "policies", Policy.class),
  DISPATCHER("dispatcher", "dispatchers", Machine.class);

  private final String word;
  private final String plural;
  private final Class<?> base;

  Kind(String word, String plural, Class<?> base) {
    this.word = word;
    this.plural = plural;
    this.base = base;
  }

  /** One of them: {@code driver}. */
  public String word() {
    return word;
  }

  /** Several: {@code drivers}; also the key below {@code interleave} in {@code reference.conf}. */
  public String plural() {
    return plural;
  }

  /** What all of them are in Java. */
  public Class<?> base() {
    return base;
  }
}
