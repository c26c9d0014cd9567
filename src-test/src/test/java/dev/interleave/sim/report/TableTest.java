package dev.interleave.sim.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void aTableOfNumbersIsFlushRightButForItsTitles() {
    assertThat(Table.ofNumbers().row("", "one", "two").row("title", "1", "12345").lines())
        .containsExactly("       one    two", "title    1  12345");
  }

  @Test
  void aTableOfWordsIsFlushLeftWithoutBlanksAtItsEnds() {
    assertThat(Table.ofWords().row("a", "bc", "d").row("abc", "d", "").lines())
        .containsExactly("a    bc  d", "abc  d");
  }
}
