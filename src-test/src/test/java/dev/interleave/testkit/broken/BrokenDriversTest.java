package dev.interleave.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.kernel.Driver;
import dev.interleave.testkit.DriverContract;
import dev.interleave.testkit.broken.BrokenDrivers.Broken;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A contract that catches nothing is no contract: each broken driver fails the rule of its fault.
 */
class BrokenDriversTest {

  @SuppressWarnings("rawtypes") // a class literal has no parameters
  private static final Rules<DriverContract> RULES = new Rules<>(DriverContract.class);

  /** What only the kernel can break, since the contract makes the crashes itself. */
  private static final Set<String> OF_THE_KERNEL =
      Set.of("afterItsLimitOfRestartsItStaysDownAndSaysSo");

  private static DriverContract<Faulty.Message> contract(Broken broken) {
    return new DriverContract<>() {
      @Override
      public Driver<Faulty.Message> driver() {
        return broken.driver().get();
      }

      @Override
      public Faulty.Message request(int number, ActorRef<Object> replyTo) {
        return broken.request().apply(number, replyTo);
      }
    };
  }

  /** What each of them is without its fault. */
  @Nested
  class WithoutAFault implements DriverContract<Faulty.Message> {
    @Override
    public Driver<Faulty.Message> driver() {
      return new Faulty(Faulty.Life::new);
    }

    @Override
    public Faulty.Message request(int number, ActorRef<Object> replyTo) {
      return new Faulty.Ask(number, replyTo);
    }
  }

  static List<Broken> drivers() {
    return BrokenDrivers.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drivers")
  void isCaught(Broken broken) {
    assertThatThrownBy(() -> RULES.check(contract(broken), broken.rule()))
        .as(broken.toString())
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void everyRuleCatchesOne() {
    Set<String> catching =
        drivers().stream().map(Broken::rule).collect(Collectors.toCollection(TreeSet::new));
    catching.addAll(OF_THE_KERNEL);
    assertThat(catching).isEqualTo(RULES.names());
  }

  @Test
  void theManualHasThemInItsTable() {
    String manual = Manual.page("writing-a-driver.md");
    assertThat(drivers())
        .allSatisfy(
            broken -> assertThat(manual).contains("| " + broken.fault() + " | `" + broken.rule()));
  }

  @AfterEach
  void endThreads() {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(LifeFaults.THREAD))
        .forEach(Thread::interrupt);
  }
}
