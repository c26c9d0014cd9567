package dev.interleave.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

class KernelTestTest {
  private static final String INLINE =
      "drivers { lamp { type = dev.interleave.testkit.Lamp, latency = 7 ms } }";

  @KernelTest("lamp.conf")
  void secondSwitchWaitsForTheFirst(DriverBench<Lamp.Message> lamp) {
    assertThat(lamp.ask(Lamp.On::new).ask(Lamp.Off::new).run()).isEqualTo("on@40us off@80us");
  }

  @KernelTest("lamp.conf")
  void requestsComeWhenTheBenchSaysSo(DriverBench<Lamp.Message> lamp) {
    lamp.ask(Lamp.On::new).advance(Duration.ofMillis(1)).ask(Lamp.Off::new);
    assertThat(lamp.run()).isEqualTo("on@40us off@1040us");
    assertThat(lamp.interrupts()).isEqualTo(2);
    assertThat(lamp.cpu()).isZero();
  }

  @KernelTest(INLINE)
  void aScenarioMayStandInTheTest(DriverBench<Lamp.Message> lamp) {
    assertThat(lamp.ask(Lamp.On::new).run()).isEqualTo("on@7ms");
  }

  @KernelTest("lamp.conf")
  void whatACrashedDriverOwedIsAnsweredAsFailedAtOnce(DriverBench<Lamp.Message> lamp) {
    lamp.ask(Lamp.On::new).tell(new Lamp.Break()).run();
    assertThat(lamp.replies())
        .singleElement()
        .satisfies(reply -> assertThat(reply.value()).isInstanceOf(DriverBench.Failure.class))
        .satisfies(reply -> assertThat(reply.at()).isZero());
  }

  @KernelTest(value = "lamp.conf", seeds = 20)
  void everyScheduleAnswersBoth(DriverBench<Lamp.Message> lamp) {
    lamp.ask(Lamp.On::new).ask(Lamp.Off::new).run();
    assertThat(lamp.replies()).hasSize(2);
  }

  @KernelTest("programs { one { steps = [ { compute = 3 ms } ] } }")
  void aWholeScenarioRunsAsOftenAsItIsAsked(ScenarioBench bench) {
    assertThat(bench.scenario().plan().parts())
        .singleElement()
        .matches(it -> it.name().equals("one"));
    assertThat(bench.run().outcome().elapsed()).isEqualTo(Duration.ofMillis(3));
    assertThat(bench.run().digest()).isEqualTo(bench.run().digest()).hasSize(32);
  }

  @KernelTest("lamp.conf")
  void twoRunsAreTheSame(DriverBench<Lamp.Message> lamp) {
    lamp.ask(Lamp.On::new).run();
    String first = lamp.lastRun().digest();
    lamp.run();
    assertThat(lamp.lastRun().digest()).isEqualTo(first).hasSize(32);
  }
}
