package dev.interleave.kernel.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import scala.concurrent.Future;

/**
 * Puts {@link EngineFuture} in the place of the class by which Scala turns its futures into Java's.
 * That class is defined before anybody loads it, under Scala's name; decision record 0011 says why.
 */
final class FutureSteps {
  private static final String OURS = "dev/interleave/kernel/dispatch/EngineFuture";
  private static final String THEIRS = "scala/concurrent/impl/FutureConvertersImpl$CF";
  static final String NAME = "scala.concurrent.impl.FutureConvertersImpl$CF";
  private static final FutureSteps INSTALLED = new FutureSteps();

  private final boolean done;

  private FutureSteps() {
    done = define();
  }

  /** Does it, at the first call in this JVM; false when Scala's own class was loaded before. */
  static boolean installed() {
    return INSTALLED.done;
  }

  private static boolean define() {
    try {
      MethodHandles.Lookup scala =
          MethodHandles.privateLookupIn(
              Class.forName("scala.concurrent.impl.Promise", false, Future.class.getClassLoader()),
              MethodHandles.lookup());
      scala.defineClass(ClassRenamer.rename(bytes(), OURS, THEIRS));
      return true;
    } catch (LinkageError loadedBefore) {
      return false;
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException("cannot define " + THEIRS, e);
    }
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = EngineFuture.class.getResourceAsStream("EngineFuture.class")) {
      if (in == null) {
        throw new UncheckedIOException(new IOException("EngineFuture.class is not in this jar"));
      }
      return in.readAllBytes();
    }
  }
}
