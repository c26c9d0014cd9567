/**
 * The test kit: a simulated kernel for each test, a bench for one driver, and contracts that every
 * driver and every policy keeps.
 *
 * <pre>{@code
 * @KernelTest("lamp.conf")
 * void secondSwitchWaitsForTheFirst(DriverBench<Lamp.Message> lamp) {
 *   assertThat(lamp.ask(On::new).ask(Off::new).run()).isEqualTo("on@40us off@80us");
 * }
 * }</pre>
 */
@NullMarked
package dev.interleave.testkit;

import org.jspecify.annotations.NullMarked;
