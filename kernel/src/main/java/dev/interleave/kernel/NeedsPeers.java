package dev.interleave.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a driver that serves nobody before each driver that it uses has answered it. Drivers of
 * this kind that use each other in a circle could never start, so such a wiring is refused; other
 * circles are fine.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NeedsPeers {}
