package dev.interleave.kernel.redefine;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What becomes of the classes of one list.
 *
 * @param list the resource that names them
 * @param needed whether a system must not start without
 * @param classes which are replaced wherever they are named
 * @param methods the new owner of each static method, as {@link ClassFile#redirect} takes them
 */
record Change(
    String list, boolean needed, Map<String, String> classes, Map<String, String> methods) {
  private static final String OURS = "dev/interleave/kernel/dispatch/";
  private static final String SOURCES = OURS + "VirtualSources";
  private static final String CONTEXT = "org/apache/pekko/actor/typed/internal/ActorContextImpl";

  /** Clocks and random numbers of actors, and the futures that they wait for. */
  private static final Change ACTORS =
      new Change(
          "changed-classes",
          true,
          Map.of(
              "java/util/concurrent/ThreadLocalRandom",
              OURS + "VirtualRandom",
              "java/util/SplittableRandom",
              OURS + "VirtualRandom",
              "scala/util/Random$",
              OURS + "VirtualShuffle"),
          Map.of(
              "java/lang/System.nanoTime",
              SOURCES,
              "java/lang/System.currentTimeMillis",
              SOURCES,
              "java/util/UUID.randomUUID",
              SOURCES,
              "java/time/LocalDateTime.now",
              SOURCES,
              CONTEXT
                  + ".pipeToSelf$(L"
                  + CONTEXT
                  + ";Ljava/util/concurrent/CompletionStage;"
                  + "Lorg/apache/pekko/japi/function/Function2;)",
              OURS + "PipedFutures"));

  /**
   * Probes wait outside, in virtual time. Pekko's test kit loads them before it makes a system;
   * then their limits are of the wall clock.
   */
  private static final Change PROBES =
      new Change(
          "changed-probes",
          false,
          Map.of("java/util/concurrent/LinkedBlockingDeque", OURS + "ProbeQueue"),
          Map.of(
              "java/lang/System.nanoTime",
              OURS + "ProbeTime",
              "java/lang/Thread.sleep",
              OURS + "ProbeTime"));

  /** All that there is. */
  static final List<Change> ALL = List.of(ACTORS, PROBES);

  /** The changed bytes of a class file. */
  byte[] of(byte[] original) throws IOException {
    ClassFile file = new ClassFile(original);
    classes.forEach(file::rename);
    file.redirect(methods);
    return file.bytes();
  }
}
