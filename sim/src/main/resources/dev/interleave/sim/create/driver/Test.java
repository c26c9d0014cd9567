package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Driver;
import dev.interleave.testkit.DriverBench;
import dev.interleave.testkit.DriverContract;
import dev.interleave.testkit.KernelTest;
import dev.interleave.testkit.ScenarioBench;
import java.time.Duration;
import {{package}}.{{Name}}.Message;
import {{package}}.{{Name}}.Switch;
import {{package}}.{{Name}}.Switched;
import org.apache.pekko.actor.typed.ActorRef;

/** What every driver keeps, and what this one does. */
class {{Name}}Test implements DriverContract<Message> {

  @Override
  public Driver<Message> driver() {
    return new {{Name}}(Duration.ofMillis(1));
  }

  @Override
  public Message request(int number, ActorRef<Object> replyTo) {
    return new Switch(number % 2 == 0, replyTo.narrow());
  }

  @KernelTest("drivers { {{short}} { type = {{type}}, latency = 40 us } }")
  void secondSwitchWaitsForTheFirst(DriverBench<Message> bench) {
    bench.ask({{Name}}Test::on).ask({{Name}}Test::off);
    assertThat(bench.run()).isEqualTo("switched(true)@40us switched(false)@80us");
    assertThat(bench.cpu()).isZero();
  }

  @KernelTest(value = "{{short}}.conf", seeds = 20)
  void everyScheduleKeepsWhatTheScenarioExpects(ScenarioBench scenario) {
    assertThat(scenario.unmet()).isEmpty();
  }

  private static Message on(ActorRef<Switched> replyTo) {
    return new Switch(true, replyTo);
  }

  private static Message off(ActorRef<Switched> replyTo) {
    return new Switch(false, replyTo);
  }
}
