package dev.interleave.testkit;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a {@link KernelTest} once a seed, up to the first seed that fails. */
public final class KernelExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), KernelTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    KernelTest test =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), KernelTest.class)
            .orElseThrow();
    SeedRuns runs = new SeedRuns();
    return seeds(test, context)
        .boxed()
        .takeWhile(seed -> !runs.failed())
        .map(seed -> new OneSeed(test, seed, runs));
  }

  /** Those that the test names, or the one that is to be repeated. */
  private static LongStream seeds(KernelTest test, ExtensionContext context) {
    return context
        .getConfigurationParameter(Repeat.SEED, Long::valueOf)
        .map(LongStream::of)
        .orElseGet(() -> LongStream.range(test.seed(), test.seed() + Math.max(1, test.seeds())));
  }

  private record OneSeed(KernelTest test, long seed, SeedRuns runs)
      implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocation) {
      return "seed " + seed;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new BenchParameters(test, seed), new SeedReport(test, seed, runs));
    }
  }
}
