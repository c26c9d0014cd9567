package dev.interleave.kernel.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NdjsonSinkTest {
  private static final List<Event> ONE_OF_EACH =
      List.of(
          new Event.Started(0, 1, 0, "a"),
          new Event.Sent(1, 1, 0, "Go"),
          new Event.Ready(1, 1),
          new Event.Taken(2, 1, 3, "Go"),
          new Event.Left(3, 1, 3, Event.Why.PREEMPTED, 1),
          new Event.Resumed(4, 1, 0),
          new Event.Interrupt(5, 1, 2, true),
          new Event.Dropped(6, 1, "mailbox", 2),
          new Event.Measured(7, 1, "latency", 1_500_000),
          new Event.Counted(8, 1, "keys", 1),
          new Event.Published(9, 1, "screen", "a \"b\"\nc\\"),
          new Event.Crashed(10, 1, "why"),
          new Event.Restarted(11, 1),
          new Event.Stopped(12, 1),
          new Event.Halted(13, 0, "UNTIL"));

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  private static String written() {
    StringBuilder out = new StringBuilder();
    NdjsonSink sink = new NdjsonSink(out);
    ONE_OF_EACH.forEach(sink::event);
    return out.toString();
  }

  @Test
  void everyEventIsOneLineWithItsFieldsInOrder() {
    assertThat(written().lines())
        .containsExactly(
            "{\"at\":0,\"event\":\"started\",\"task\":1,\"parent\":0,\"name\":\"a\"}",
            "{\"at\":1,\"event\":\"sent\",\"task\":1,\"from\":0,\"message\":\"Go\"}",
            "{\"at\":1,\"event\":\"ready\",\"task\":1}",
            "{\"at\":2,\"event\":\"taken\",\"task\":1,\"core\":3,\"message\":\"Go\"}",
            "{\"at\":3,\"event\":\"left\",\"task\":1,\"core\":3,\"why\":\"preempted\",\"served\":1}",
            "{\"at\":4,\"event\":\"resumed\",\"task\":1,\"core\":0}",
            "{\"at\":5,\"event\":\"interrupt\",\"task\":1,\"badge\":2,\"coalesced\":true}",
            "{\"at\":6,\"event\":\"dropped\",\"task\":1,\"place\":\"mailbox\",\"amount\":2}",
            "{\"at\":7,\"event\":\"measured\",\"task\":1,\"metric\":\"latency\",\"value\":1500000}",
            "{\"at\":8,\"event\":\"counted\",\"task\":1,\"metric\":\"keys\",\"amount\":1}",
            "{\"at\":9,\"event\":\"published\",\"task\":1,\"metric\":\"screen\","
                + "\"text\":\"a \\\"b\\\"\\nc\\\\\"}",
            "{\"at\":10,\"event\":\"crashed\",\"task\":1,\"reason\":\"why\"}",
            "{\"at\":11,\"event\":\"restarted\",\"task\":1}",
            "{\"at\":12,\"event\":\"stopped\",\"task\":1}",
            "{\"at\":13,\"event\":\"halted\",\"task\":0,\"why\":\"UNTIL\"}");
  }

  @Test
  void noEventIsForgotten() {
    assertThat(ONE_OF_EACH.stream().map(Object::getClass).distinct())
        .hasSize(Event.class.getPermittedSubclasses().length);
  }

  @Test
  void theLocaleDoesNotMatter() {
    String here = written();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    assertThat(written()).isEqualTo(here);
  }

  @Test
  void whatCannotBeWrittenEndsTheWritingAndIsKept() {
    Appendable full =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw new IOException("full");
          }

          @Override
          public Appendable append(CharSequence text, int from, int to) throws IOException {
            throw new IOException("full");
          }

          @Override
          public Appendable append(char c) throws IOException {
            throw new IOException("full");
          }
        };
    NdjsonSink sink = new NdjsonSink(full);
    ONE_OF_EACH.forEach(sink::event);
    assertThat(sink.failure()).get().extracting(IOException::getMessage).isEqualTo("full");
  }

  @Test
  void controlCharactersAndHalvesOfPairsAreEscaped() {
    assertThat(new JsonObject().put("t", "\u0001\t\ud83d\ude00\ud83d!\ude00"))
        .hasToString("{\"t\":\"\\u0001\\u0009\ud83d\ude00\\ud83d!\\ude00\"}");
  }
}
