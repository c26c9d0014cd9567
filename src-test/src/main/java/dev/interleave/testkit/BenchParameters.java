package dev.interleave.testkit;

import dev.interleave.sim.scenario.Scenario;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its benches. */
record BenchParameters(KernelTest test, long seed) implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == DriverBench.class || type == ScenarioBench.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Scenario scenario = new TestScenario(test, seed).load(context.getRequiredTestClass());
    if (parameter.getParameter().getType() == ScenarioBench.class) {
      return new ScenarioBench(scenario);
    }
    return DriverBench.of(scenario, protocol(parameter.getParameter().getParameterizedType()));
  }

  private static Class<?> protocol(Type bench) {
    if (bench instanceof ParameterizedType generic
        && generic.getActualTypeArguments()[0] instanceof Class<?> protocol) {
      return protocol;
    }
    throw new IllegalArgumentException(
        "a DriverBench parameter names its protocol, as in DriverBench<Lamp.Message>");
  }
}
