package dev.interleave.kernel.dispatch;

import java.util.concurrent.Callable;
import scala.Function0;
import scala.concurrent.package$;

/** Tells Scala's {@code BlockContext} that the calling thread is about to wait for a future. */
public final class BlockingWait {

  private BlockingWait() {}

  /** Waits; what the wait throws goes to the caller as it is. */
  public static <T> T on(Callable<T> wait) {
    try {
      return BlockingWait.<T, RuntimeException>call(
          () ->
              package$.MODULE$.blocking(
                  (Function0<T>) () -> BlockingWait.<T, RuntimeException>call(wait)));
    } finally {
      OutsideTime.awaitStep();
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the exceptions pass unseen
  private static <T, X extends Exception> T call(Callable<T> wait) throws X {
    try {
      return wait.call();
    } catch (Exception e) {
      throw (X) e;
    }
  }
}
