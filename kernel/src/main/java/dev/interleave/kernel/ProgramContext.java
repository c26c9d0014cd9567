package dev.interleave.kernel;

import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What the kernel gives to a program.
 *
 * @param <M> the program's protocol
 */
public interface ProgramContext<M> extends TaskContext<M> {

  /** Ends the run at once: the kernel drains and halts. */
  void exit();

  /**
   * Which instance of the program this is: 0 for a program without an arrival process, else the
   * number of the arrival.
   */
  long instance();

  /**
   * Sends a request and turns its one answer into a message of this program. When the target
   * crashes or rejects the request, {@code onFailure} gets the reason at once; nothing is waited
   * for for ever.
   *
   * @param target the component, by name; must be in {@code uses}
   * @param request makes the request from the reply address
   */
  <R> void ask(
      String target,
      Function<ActorRef<R>, Object> request,
      Function<R, M> onReply,
      Function<String, M> onFailure);

  /** As {@link #ask}, but the request is kept as it is and no answer is expected. */
  void tell(String target, Object request);

  /**
   * A named lock of the kernel's lock server: {@code onGranted} arrives when this task holds it.
   */
  void lock(String lock, M onGranted);

  /** Gives the lock back. A lock that this task does not hold is a failure of the run. */
  void unlock(String lock);

  /** Starts a child program with the same authority; {@code onEnd} arrives when it has finished. */
  void fork(String name, Program<?> child, M onEnd);
}
