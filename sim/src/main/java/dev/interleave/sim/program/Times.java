package dev.interleave.sim.program;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.config.Binder;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Range;

/** How often something repeats: the key {@code repeat}, a number or {@code forever}. */
record Times(@Range(min = 0) long repeat) {

  private static final String KEY = "repeat";

  /** What {@code block} says; 1 when it says nothing. */
  static long read(ConfigObject block, String owner, Mistakes mistakes) {
    ConfigValue value = block.get(KEY);
    if (value == null) {
      return 1;
    }
    return "forever".equals(value.unwrapped())
        ? Long.MAX_VALUE
        : Binder.bind(Times.class, block.withOnlyKey(KEY), owner, mistakes)
            .map(Times::repeat)
            .orElse(1L);
  }
}
