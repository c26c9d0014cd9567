package dev.interleave.kernel.dispatch;

import java.util.List;

/**
 * Places in code, by how the names of their classes begin; one that ends with a point names a class
 * or a package whole.
 */
record Places(List<String> beginnings) {

  static Places of(String... beginnings) {
    return new Places(List.of(beginnings));
  }

  boolean contain(StackTraceElement frame) {
    return beginnings.stream().anyMatch((frame.getClassName() + ".")::startsWith);
  }
}
