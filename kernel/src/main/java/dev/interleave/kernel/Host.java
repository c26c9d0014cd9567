package dev.interleave.kernel;

import java.util.Optional;

/**
 * The resources of the host machine that a front end lends to devices (its keyboard, its screen).
 * The kernel passes them through and knows none of them.
 */
public interface Host {

  /** A host without resources. */
  Host NONE =
      new Host() {
        @Override
        public <T> Optional<T> find(Class<T> type) {
          return Optional.empty();
        }
      };

  /** The resource of that type, if this host has one. Any thread may call it. */
  <T> Optional<T> find(Class<T> type);
}
