/**
 * The three dispatchers: one engine, a run queue ordered by a policy, and cores that take turns
 * from it. They differ only in what a core and a clock are ({@link dev.interleave.kernel.Machine}).
 * The only package that touches Pekko's dispatch classes.
 *
 * <p>Begin at {@code SimulatedEngine.step}, the rules of the simulated dispatcher in a few lines,
 * and read on where it leads:
 *
 * <ul>
 *   <li>The engines: {@link dev.interleave.kernel.dispatch.Engine}, {@code SerialEngine} (turns on
 *       one thread) with {@code SimulatedEngine} and {@code OneThreadEngine}, and {@code
 *       MulticoreEngine}.
 *   <li>A task: {@code TaskCell} (its mailbox and state; {@code RingMessages}), {@code
 *       TaskRegistry} (who is one), {@code Bookkeeping} (what becomes of it), {@code Overflowing}
 *       (a full mailbox), {@code YieldBarrier}, {@code Pauses}.
 *   <li>Who is next: {@code ReadyTasks} asks the policy, {@code RunQueues} and {@code CoreQueue}
 *       hold the order, {@code Victim} finds who gives way.
 *   <li>Virtual cores and time: {@code VirtualTurns}, {@code VirtualCore}, {@code Effect} ({@code
 *       SendLater}, {@code ActLater}), {@code Slices}, {@code SwitchCosts}, {@code VirtualTime},
 *       {@code VirtualTimers}.
 *   <li>Real cores and time: {@code CoreThread}, {@code IdleCores}, {@code Inlet}, {@code
 *       WallTimers}, {@code CpuBurner}.
 *   <li>Pekko's view: {@code EngineDispatcher}, {@link
 *       dev.interleave.kernel.dispatch.EngineScheduler}, {@code EngineExecutor}, {@link
 *       dev.interleave.kernel.dispatch.EngineFuture}, and {@link
 *       dev.interleave.kernel.dispatch.Boot}, which makes a system on an engine.
 *   <li>Systems that only their configuration puts here: {@code AnySystem}, {@code SystemRun},
 *       {@code Creation}, {@code Outsiders}, {@code TimedWait}, {@code Gate}; their time for
 *       threads outside, {@code OutsideTime}, {@code ProbeMachine}.
 *   <li>What must not happen: {@code Leak}, {@code NoWaiting}, {@code Watchdog}, {@code
 *       WatchedThread}, {@code Escapes}, {@code InstantLimit}; what is found at the end, {@code
 *       ForeignWork}, {@code PipedFuture}, through {@code PipedFutures}. {@code Thrown} says what
 *       was thrown.
 *   <li>What the changed classes of Pekko ask: {@code VirtualSources}, {@code VirtualRandom},
 *       {@code VirtualShuffle}, through {@code CurrentEngine}; {@code ProbeQueue}, {@code
 *       ClassicProbe} and its queue, {@code ProbeTime}; sets that keep an order, {@code
 *       OrderedSets}, {@code OrderedTasks}, {@code OrderedBindings}.
 * </ul>
 */
@NullMarked
package dev.interleave.kernel.dispatch;

import org.jspecify.annotations.NullMarked;
