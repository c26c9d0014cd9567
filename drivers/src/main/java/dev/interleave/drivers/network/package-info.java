/**
 * The network card: an actor with a small internet stack over a device with descriptor rings.
 *
 * <pre>
 * requests -> NetworkDriver -> NicBehavior -> NetworkDevice (rings, interrupt)
 *                                              |- SimulatedNic = two Wires and a SimulatedHost
 *                                              `- LoopbackNic  = UDP datagrams between processes
 * </pre>
 */
@NullMarked
package dev.interleave.drivers.network;

import org.jspecify.annotations.NullMarked;
