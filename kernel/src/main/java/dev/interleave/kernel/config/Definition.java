package dev.interleave.kernel.config;

import com.typesafe.config.ConfigObject;
import java.util.List;
import java.util.Optional;

/**
 * A type that scenarios can name, as a {@code reference.conf} defines it.
 *
 * @param kind what it is
 * @param name the short name
 * @param className the class that implements it
 * @param summary one sentence
 * @param defaults a value for every setting; their comments say meaning, unit and range
 * @param metrics what it may measure
 * @param example a block for a scenario file
 * @param jar the jar or module that brings it
 */
public record Definition(
    Kind kind,
    String name,
    String className,
    String summary,
    ConfigObject defaults,
    List<MetricDefinition> metrics,
    Optional<String> example,
    String jar) {}
