package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InletTest {
  private final Inlet inlet = new Inlet();
  private final List<String> seen = new ArrayList<>();

  private void push(String what) {
    inlet.push(() -> seen.add(what));
  }

  @Test
  void whatArrivesIsTakenInAsItCame() {
    push("one");
    push("two");
    push("three");
    assertThat(inlet.takeIn()).isTrue();
    assertThat(seen).containsExactly("one", "two", "three");
  }

  @Test
  void whatWasTakenInIsGone() {
    push("one");
    inlet.takeIn();
    assertThat(inlet.takeIn()).isFalse();
    assertThat(seen).containsExactly("one");
  }

  @Test
  void itIsEmptyWhileNothingHasArrived() {
    assertThat(inlet.isEmpty()).isTrue();
    push("one");
    assertThat(inlet.isEmpty()).isFalse();
    inlet.takeIn();
    assertThat(inlet.isEmpty()).isTrue();
  }

  @Test
  void whatArrivesMeanwhileIsTakenInTheNextTime() {
    inlet.push(() -> push("later"));
    inlet.takeIn();
    assertThat(seen).isEmpty();
    inlet.takeIn();
    assertThat(seen).containsExactly("later");
  }
}
