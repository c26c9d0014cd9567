package dev.interleave.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test with a simulated kernel of its own. Its parameters may be a {@link DriverBench} for the
 * driver of the scenario that speaks the bench's protocol, and a {@link ScenarioBench} for the
 * scenario as a whole.
 *
 * <p>With several seeds the test runs once a seed, under the policy {@code random} unless the
 * scenario or {@link #sets} names another, and stops at the first that fails; the failure has a
 * command that repeats that one. {@code -Dinterleave.seed=N} runs each test with that seed alone.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(KernelExtension.class)
public @interface KernelTest {

  /**
   * The scenario: the name of a file, looked for as a resource beside the test class, as a path and
   * as a shipped scenario; or its text, when it has a brace.
   */
  String value();

  /** The seed of the first run. */
  long seed() default 42;

  /** How many runs, with consecutive seeds; at least 1. */
  int seeds() default 1;

  /** Overrides, each {@code KEY=VALUE}. */
  String[] sets() default {};
}
