package dev.interleave.kernel.anysystem;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;

/** All programs, and how one is run. The main class prints a line a program and seed. */
final class Programs {
  private static final Config CONFIG =
      ConfigFactory.parseString(
              """
              interleave.simulated { cores = 3, policy = random, until = 48 h }
              pekko { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off }
              urgent-mailbox.mailbox-type = "dev.interleave.kernel.anysystem.UrgentMailbox"
              own-dispatcher.type = "dev.interleave.kernel.dispatch.EngineConfigurator"
              pekko.actor.serialization-bindings {
                "dev.interleave.kernel.anysystem.SerializerPrograms$First" = bytes
                "dev.interleave.kernel.anysystem.SerializerPrograms$Second" = primitive-long
                "dev.interleave.kernel.anysystem.SerializerPrograms$Third" = primitive-int
                "dev.interleave.kernel.anysystem.SerializerPrograms$Fourth" = primitive-string
                "dev.interleave.kernel.anysystem.SerializerPrograms$Fifth" = primitive-bytestring
                "dev.interleave.kernel.anysystem.SerializerPrograms$Sixth" = primitive-boolean
              }
              """)
          .withFallback(ConfigFactory.load("interleave-simulated"));

  private Programs() {}

  static Map<String, Program> all() {
    Map<String, Program> all = new TreeMap<>();
    all.putAll(MessagingPrograms.all());
    all.putAll(FuturePrograms.all());
    all.putAll(TimePrograms.all());
    all.putAll(LifePrograms.all());
    all.putAll(RoutingPrograms.all());
    all.putAll(SystemPrograms.all());
    all.putAll(StreamPrograms.all());
    all.putAll(OrderPrograms.all());
    all.putAll(SerializerPrograms.all());
    return all;
  }

  /**
   * What came of one program.
   *
   * @param simulation the run
   * @param said what the program observed, in order
   */
  record Result(Simulation simulation, List<String> said) {

    String line(String name, long seed) {
      return String.format(
          Locale.ROOT,
          "%s %d %s %s %s %08x%s",
          name,
          seed,
          simulation.digest(),
          simulation.elapsed(),
          simulation.end(),
          said.hashCode(),
          simulation.failure().map(it -> " " + it).orElse(""));
    }

    boolean isWell() {
      return simulation.end() == Outcome.End.FINISHED && simulation.leaks().isEmpty();
    }
  }

  static Result run(Program program, long seed) {
    Config config =
        ConfigFactory.parseString("interleave.simulated.seed = " + seed).withFallback(CONFIG);
    List<String> said = new ArrayList<>();
    Behavior<?> guardian = program.guardian(said::add);
    Simulation simulation = SimulatedRun.of(ActorSystem.create(guardian, "any", config)).await();
    return new Result(simulation, said);
  }

  /**
   * Runs programs and prints their lines.
   *
   * @param arguments the number of seeds; then names of programs, all without
   */
  public static void main(String[] arguments) {
    int seeds = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
    List<String> names =
        List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    all()
        .forEach(
            (name, program) -> {
              for (long seed = 1;
                  seed <= seeds && (names.isEmpty() || names.contains(name));
                  seed++) {
                System.out.println(run(program, seed).line(name, seed));
              }
            });
  }
}
