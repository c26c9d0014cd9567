package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.kernel.Device;
import java.util.Optional;

/**
 * A network card: a ring of frames to send, a ring of frames received, and an interrupt when the
 * latter is no longer empty. A frame that finds its ring full is dropped and counted as an overrun.
 */
public interface NetworkDevice extends Device {

  /** The badge of the interrupt: there are received frames. */
  int RECEIVED = 0;

  /** Puts a frame into the ring of those to send. */
  void transmit(Octets frame);

  /** Takes the oldest received frame; empty when there is none. */
  Optional<Octets> receive();

  /**
   * A number that differs, as far as possible, from those of earlier lives of the same address, so
   * that a peer does not take a new question for an old one.
   */
  int session();
}
