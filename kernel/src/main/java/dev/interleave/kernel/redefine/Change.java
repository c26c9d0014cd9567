package dev.interleave.kernel.redefine;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of the classes of one list.
 *
 * @param list the resource that names them
 * @param needed whether a system must not start without
 * @param classes which are replaced wherever they are named
 * @param made in place of which classes subclasses are made, as {@link ClassFile#makeInstead} takes
 *     them
 * @param methods the new owner of each static method, as {@link ClassFile#redirect} takes them
 */
record Change(
    String list,
    boolean needed,
    Map<String, String> classes,
    Map<String, String> made,
    Map<String, String> methods) {
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
              "org/apache/pekko/dispatch/BalancingDispatcherConfigurator",
              OURS + "BalancingConfigurator",
              "scala/util/Random$",
              OURS + "VirtualShuffle"),
          Map.of(),
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

  /** Streams: what they go through has elements with the hash codes of the platform. */
  private static final Change ORDERS =
      new Change(
          "changed-orders",
          true,
          Map.of(
              "scala/Predef$",
              OURS + "OrderedSets",
              "scala/collection/immutable/Set$",
              OURS + "OrderedSets",
              "scala/collection/immutable/Set",
              OURS + "OrderedSet",
              "scala/collection/immutable/SetOps",
              OURS + "OrderedSet",
              "scala/collection/concurrent/TrieMap",
              OURS + "OrderedListeners",
              "scala/collection/concurrent/TrieMap$",
              OURS + "OrderedListeners",
              "java/util/concurrent/ConcurrentHashMap$KeySetView",
              "java/util/Set"),
          Map.of("java/util/HashMap", "java/util/LinkedHashMap"),
          Map.of("java/util/concurrent/ConcurrentHashMap.newKeySet", OURS + "OrderedSets"));

  /** The tasks of a phase of a coordinated shutdown, which have such hash codes too. */
  private static final Change TASKS =
      new Change(
          "changed-tasks",
          true,
          Map.of(
              "scala/Predef$",
              OURS + "OrderedTasks",
              "scala/collection/immutable/Set$",
              OURS + "OrderedTasks"),
          Map.of(),
          Map.of());

  /** Which of several serializers a message has. */
  private static final Change BINDINGS =
      new Change(
          "changed-bindings",
          true,
          Map.of("scala/collection/IterableFactory$", OURS + "OrderedBindings"),
          Map.of(),
          Map.of());

  private static final Change PROBES = probes("changed-probes", "ProbeQueue", Map.of());

  private static final Change CLASSIC_PROBES =
      probes(
          "changed-classic-probes",
          "ClassicProbeQueue",
          Map.of("org/apache/pekko/actor/Actor.$init$", OURS + "ClassicProbe"));

  /** All that there is; what others extend comes first. */
  static final List<Change> ALL = List.of(ORDERS, TASKS, BINDINGS, ACTORS, PROBES, CLASSIC_PROBES);

  /**
   * Probes wait outside, in virtual time. Pekko's test kit loads them before it makes a system;
   * then their limits are of the wall clock.
   */
  private static Change probes(String list, String queue, Map<String, String> more) {
    Map<String, String> methods = new HashMap<>(more);
    methods.put("java/lang/System.nanoTime", OURS + "ProbeTime");
    methods.put("java/lang/Thread.sleep", OURS + "ProbeTime");
    Map<String, String> made = Map.of("java/util/concurrent/LinkedBlockingDeque", OURS + queue);
    return new Change(list, false, Map.of(), made, methods);
  }

  /** The changed bytes of a class file. */
  byte[] of(byte[] original) throws IOException {
    ClassFile file = new ClassFile(original);
    classes.forEach(file::rename);
    file.redirect(methods);
    for (Map.Entry<String, String> each : made.entrySet()) {
      file.makeInstead(each.getKey(), each.getValue());
    }
    return file.bytes();
  }
}
