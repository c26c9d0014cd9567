package dev.interleave.kernel.anysystem;

import dev.interleave.kernel.redefine.Redefinition;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** A test with a probe, in a JVM of its own; prints what came of it. */
final class ProbedMain {
  private static final int ROUNDS = 20;

  private ProbedMain() {}

  /** The kit's classes come with {@link Probed}, after the change of classes. */
  public static void main(String[] arguments) {
    Redefinition.loadedEarly();
    System.out.println(Probed.test());
  }

  private static final class Probed {
    private final ActorTestKit kit = ProbeTest.simulated();
    private final TestProbe<Integer> probe = kit.createTestProbe();

    static String test() {
      Probed probed = new Probed();
      SimulatedRun run = SimulatedRun.of(probed.kit.system());
      probed.kit.spawn(ProbeTest.restless(), "restless");
      probed.asks(probed.kit.spawn(ProbeTest.slow(), "slow"));
      String elapsed = run.elapsed().toString();
      probed.kit.shutdownTestKit();
      return elapsed + " " + run.await().digest();
    }

    private void asks(ActorRef<ProbeTest.Ask> slow) {
      for (int round = 0; round < ROUNDS; round++) {
        IntStream.range(0, round).forEach(i -> slow.tell(new ProbeTest.Ask(i, probe.getRef())));
        probe.receiveSeveralMessages(round);
        probe.expectNoMessage(ProbeTest.ms(round));
      }
    }
  }
}
