/**
 * The network card: an actor with a small internet stack over a device with descriptor rings.
 *
 * <pre>
 * requests -> NetworkDriver -> NicBehavior -> NetworkDevice (rings, interrupt)
 *                                              |- SimulatedNic = two Wires and a SimulatedHost
 *                                              `- LoopbackNic  = UDP datagrams between processes
 * </pre>
 *
 * <p>The line protocol, beside ARP and ping, is a question and an answer in one UDP datagram each:
 * {@code ask 17}, a line feed and a text; {@code ans 17}, a line feed and a text, or {@code err 17}
 * and why there is no answer. Who asks repeats the question until it is answered; who answers
 * remembers what it answered, so that a question is served at most once. Every host serves port 7
 * (the same text), 13 (the time since it was booted) and 70 (the text reversed); a port that nobody
 * listens on is answered by ICMP.
 */
@NullMarked
package dev.interleave.drivers.network;

import org.jspecify.annotations.NullMarked;
