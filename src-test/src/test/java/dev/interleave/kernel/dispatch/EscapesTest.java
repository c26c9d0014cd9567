package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.config.Mistake;
import dev.interleave.kernel.config.Mistakes;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscapesTest {
  private static List<String> in(String config) {
    Mistakes mistakes = new Mistakes();
    Escapes.add(ConfigFactory.parseString(config), mistakes);
    return mistakes.all().stream().map(Mistake::problem).toList();
  }

  @Test
  void aDispatcherWithThreadsOfItsOwnIsNamedByItsPath() {
    assertThat(in("shop { mine { type = PinnedDispatcher } }"))
        .containsExactly(
            "the dispatcher shop.mine is of type PinnedDispatcher: its threads are not simulated;"
                + " give it type = dev.interleave.kernel.dispatch.EngineConfigurator");
  }

  @Test
  void allAreToldInTheOrderOfTheirNames() {
    assertThat(in("b.type = Dispatcher, c { a.type = BalancingDispatcher }, a.type = Dispatcher"))
        .extracting(it -> it.replaceAll(":.*", ""))
        .containsExactly(
            "the dispatcher a is of type Dispatcher",
            "the dispatcher b is of type Dispatcher",
            "the dispatcher c.a is of type BalancingDispatcher");
  }

  @Test
  void otherTypesAreNobodysBusiness() {
    assertThat(in("a { type = Mine }, b { type = [Dispatcher] }, type = 5, c = Dispatcher"))
        .isEmpty();
  }
}
