package dev.interleave.sim.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {

  private static final Step A = new Step.Sleep(Duration.ofMillis(1));
  private static final Step B = new Step.Sleep(Duration.ofMillis(2));

  @Test
  void goesThroughNestedListsInOrder() {
    Route route = new Route();
    route.enter(List.of(A, B), 1);
    assertThat(route.hasNext()).isTrue();
    assertThat(route.next()).isSameAs(A);
    route.enter(List.of(B, A), 2);
    assertThat(rest(route)).containsExactly(B, A, B, A, B);
  }

  @Test
  void aListWithoutStepsOrRoundsIsPassed() {
    Route route = new Route();
    route.enter(List.of(A), 1);
    route.enter(List.of(), Long.MAX_VALUE);
    route.enter(List.of(B), 0);
    assertThat(rest(route)).containsExactly(A);
  }

  @Test
  void aThousandMillionRoundsNeedNoMoreThanOne() {
    Route route = new Route();
    route.enter(List.of(A), 1_000_000_000);
    for (int i = 0; i < 100_000; i++) {
      assertThat(route.hasNext()).isTrue();
      route.next();
    }
    assertThat(route.rounds()).isEqualTo(99_999);
  }

  @Test
  void lookingDoesNotGoOn() {
    Route route = new Route();
    route.enter(List.of(A, B), 1);
    assertThat(route.hasNext() && route.hasNext()).isTrue();
    assertThat(route.peek()).isSameAs(route.peek());
    assertThat(rest(route)).containsExactly(A, B);
  }

  private static List<Step> rest(Route route) {
    List<Step> rest = new ArrayList<>();
    while (route.hasNext()) {
      rest.add(route.next());
    }
    return rest;
  }
}
