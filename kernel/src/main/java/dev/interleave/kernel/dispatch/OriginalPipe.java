package dev.interleave.kernel.dispatch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.internal.ActorContextImpl;
import org.apache.pekko.japi.function.Function2;

/** Pekko's own {@code pipeToSelf}, which Scala hides from Java's compiler. */
final class OriginalPipe {
  private static final MethodHandle METHOD = method();

  private OriginalPipe() {}

  static void call(ActorContextImpl<?> context, CompletionStage<?> future, Function2<?, ?, ?> adapt)
      throws Throwable {
    METHOD.invokeExact(context, future, adapt);
  }

  private static MethodHandle method() {
    MethodType type =
        MethodType.methodType(
            void.class, ActorContextImpl.class, CompletionStage.class, Function2.class);
    try {
      return MethodHandles.publicLookup().findStatic(ActorContextImpl.class, "pipeToSelf$", type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of Pekko is not known", e);
    }
  }
}
