package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.pekko.actor.ActorPath;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.RootActorPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all engines have in common. */
@Timeout(60)
class EngineTest {

  private static Engine of(Machine machine, Trace trace) {
    return Engine.of(machine, new Fifo(), trace);
  }

  @Test
  void eachMachineHasItsEngine() {
    List<Class<?>> engines = new ArrayList<>();
    for (Machine machine :
        List.of(
            new Machine.OneThread(7), new Machine.Multicore(2, 7), Machine.Simulated.of(1, 7))) {
      Engine engine = of(machine, Trace.off());
      engines.add(engine.getClass());
      assertThat(engine.machine()).isSameAs(machine);
      engine.close();
    }
    assertThat(engines)
        .containsExactly(OneThreadEngine.class, MulticoreEngine.class, SimulatedEngine.class);
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#real")
  void onARealMachineATasksTimeIsThatOfTheMachine(Machine machine) {
    Engine engine = of(machine, Trace.off());
    assertThat(engine.taskClock()).isSameAs(engine.clock());
    engine.close();
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#real")
  void aCoreWorksForItsEngine(Machine machine) throws InterruptedException {
    Engine engine = of(machine, Trace.off());
    BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
    engine.execute(() -> seen.add(CurrentEngine.get() == engine));
    assertThat(seen.take()).isEqualTo(true);
    engine.close();
  }

  @Test
  void whatIsFlushedIsSeen() {
    List<Event> seen = new ArrayList<>();
    Trace trace = Trace.on();
    trace.attach(seen::add);
    Engine engine = of(Machine.Simulated.of(1, 7), trace);
    trace.ready(0, 1);
    assertThat(seen).isEmpty();
    engine.flushTrace();
    assertThat(seen).hasSize(1);
    engine.close();
  }

  @Test
  void aTaskHasItsNameAndWhatIsNoneItsPath() {
    ActorPath root = new RootActorPath(Address.apply("pekko", "system"), "/");
    assertThat(Engine.nameOf(root.child("user").child("keyboard"))).isEqualTo("keyboard");
    assertThat(Engine.nameOf(root.child("user").child("shell").child("job")))
        .isEqualTo("shell.job");
    assertThat(Engine.nameOf(root.child("system").child("log"))).isEqualTo("/system/log");
  }

  @Test
  void theFirstFailureIsKept() {
    Engine engine = of(Machine.Simulated.of(1, 7), Trace.off());
    assertThat(engine.failure()).isNull();
    engine.fail("first");
    engine.fail("second");
    assertThat(engine.failure()).isEqualTo("first");
    engine.close();
  }
}
