package dev.interleave.drivers.network;

import java.util.function.Consumer;

/** What listens on a port. */
@FunctionalInterface
interface LineService {

  /**
   * Serves one line.
   *
   * @param answer takes the one answer, now or later
   */
  void serve(Station from, String text, Consumer<String> answer);
}
