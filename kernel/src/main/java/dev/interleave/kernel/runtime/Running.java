package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Host;
import dev.interleave.kernel.dispatch.Engine;
import dev.interleave.kernel.trace.Accounts;
import dev.interleave.kernel.trace.TaskAccount;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What the components of one run share.
 *
 * @param engine runs them
 * @param wiring who is who
 * @param startUp which components have yet to start
 * @param asks what programs wait for
 * @param locks who has which, and who waits
 * @param accounts who used what
 * @param host lent by the front end
 * @param lines the plugged devices
 * @param guardian hears of ends, crashes and locks
 */
record Running(
    Engine engine,
    Wiring wiring,
    StartUp startUp,
    Asks asks,
    Locks locks,
    Accounts accounts,
    Host host,
    PluggedLines lines,
    ActorRef<Guardian.Command> guardian) {

  /** Any thread: one account a task so far. */
  List<TaskAccount> accountsNow() {
    engine.exclusively(engine::flushTrace);
    return accounts.now();
  }
}
