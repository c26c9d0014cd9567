package dev.interleave.kernel.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values that a number of a record may have, both ends included. Durations and sizes are never
 * negative anyway; see also {@link Positive}. What depends on several settings is for the record's
 * compact constructor, which throws {@link IllegalArgumentException}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {

  /** The least; unbounded by default. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The most; unbounded by default. */
  double max() default Double.POSITIVE_INFINITY;
}
