package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.AbstractExtensionId;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.Extension;
import org.apache.pekko.actor.ExtensionIdProvider;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.Function0;
import scala.concurrent.BlockContext;
import scala.concurrent.CanAwait;

/** A thread that makes an actor system on a machine that the system's configuration describes. */
@Timeout(60)
class CreationTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final long LOOKS = 20;
  private static final long A_LOOK = 1_000_000;

  /** How {@link Slow} is found. */
  public static final class SlowId extends AbstractExtensionId<Slow>
      implements ExtensionIdProvider {
    private static final SlowId ID = new SlowId();

    @Override
    public SlowId lookup() {
      return ID;
    }

    @Override
    public Slow createExtension(ExtendedActorSystem system) {
      return new Slow(system);
    }
  }

  /** A part of a system that starts a timer, and takes a while to be made. */
  static final class Slow implements Extension {
    private final AtomicInteger ticks = new AtomicInteger();
    private final int ticksMeanwhile;
    private final boolean workedForTheMachine;

    private Slow(ExtendedActorSystem system) {
      workedForTheMachine = CurrentEngine.virtualClock() != null;
      system
          .scheduler()
          .scheduleAtFixedRate(SECOND, SECOND, ticks::incrementAndGet, system.dispatcher());
      for (long i = 0; i < LOOKS; i++) {
        LockSupport.parkNanos(A_LOOK);
      }
      ticksMeanwhile = ticks.get();
    }
  }

  private static Config config() {
    return ConfigFactory.parseString(
            "pekko { extensions = [\""
                + SlowId.class.getName()
                + "\"], loglevel = ERROR }, interleave.simulated.until = 3500 ms")
        .withFallback(ConfigFactory.load("interleave-simulated"));
  }

  private static ActorSystem typed(Config config) {
    return Adapter.toClassic(
        org.apache.pekko.actor.typed.ActorSystem.create(Behaviors.empty(), "typed", config));
  }

  private static void isMadeWhileTimeStands(ActorSystem system) {
    EngineScheduler scheduler = (EngineScheduler) system.scheduler();
    SystemRun.Ended ended = scheduler.run().orElseThrow().await();
    Slow slow = SlowId.ID.get(system);
    assertThat(slow.workedForTheMachine).isTrue();
    assertThat(slow.ticksMeanwhile).isZero();
    assertThat(ended.why()).isEqualTo(Engine.Halt.UNTIL);
    assertThat(slow.ticks).hasValue(3);
  }

  @Test
  void timeStandsWhileATypedSystemIsMade() {
    isMadeWhileTimeStands(typed(config()));
  }

  @Test
  void timeStandsWhileAClassicSystemIsMade() {
    isMadeWhileTimeStands(ActorSystem.create("classic", config()));
  }

  @Test
  void whoMadeATypedSystemIsServedByItsMachineNoMore() {
    ActorSystem system = typed(config());
    Engine engine = ((EngineScheduler) system.scheduler()).engine();
    assertThat(CurrentEngine.get()).isNull();
    assertThat(engine.isServedBy(Thread.currentThread())).isFalse();
    system.terminate();
  }

  private static void endsWithoutWord(ActorSystem system) {
    system.terminate();
    ((EngineScheduler) system.scheduler()).run().orElseThrow().await();
  }

  @Test
  void whoWorksForAnotherMachineDoesSoAgainAfterwards() {
    Stage stage = Stage.simulated(1, new Fifo());
    ActorSystem system = typed(ConfigFactory.load("interleave-simulated"));
    assertThat(CurrentEngine.get()).isSameAs(stage.engine());
    endsWithoutWord(system);
    stage.close();
  }

  @Test
  void whatTheCreatorDoesWhenItWaitsIsKeptOnceHoweverManySystemsItMakes() {
    for (int i = 0; i < 3; i++) {
      ActorSystem classic =
          ActorSystem.create("classic", ConfigFactory.load("interleave-simulated"));
      endsWithoutWord(classic);
      endsWithoutWord(typed(ConfigFactory.load("interleave-simulated")));
      assertThat(BlockContext.current()).isInstanceOf(StepEnds.class);
      assertThat(((StepEnds) BlockContext.current()).before()).isNull();
    }
  }

  @Test
  void aContextOfTheCreatorsOwnStays() {
    NoContext own = new NoContext();
    BlockContext.withBlockContext(
        own,
        () -> {
          endsWithoutWord(typed(ConfigFactory.load("interleave-simulated")));
          endsWithoutWord(typed(ConfigFactory.load("interleave-simulated")));
          assertThat(((StepEnds) BlockContext.current()).before()).isSameAs(own);
          return own;
        });
  }

  @Test
  void whoFailsToMakeASystemWorksForNoMachine() {
    Config wrong =
        ConfigFactory.parseString("pekko.actor.provider = no.Such")
            .withFallback(ConfigFactory.load("interleave-simulated"));
    assertThatThrownBy(() -> ActorSystem.create("wrong", wrong)).isInstanceOf(Exception.class);
    assertThat(CurrentEngine.get()).isNull();
    assertThat(BlockContext.current()).isNotInstanceOf(Creation.class);
  }

  /** Somebody's own. */
  private static final class NoContext implements BlockContext {
    @Override
    public <T> T blockOn(Function0<T> thunk, CanAwait permission) {
      return thunk.apply();
    }
  }
}
