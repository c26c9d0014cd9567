package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.property.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RingMessagesTest {
  private static final long OTHERWISE = -1;
  private static final Predicate<Envelope> EVEN = sent -> (Integer) sent.message() % 2 == 0;

  private record Sent(Envelope envelope, long order, long at) {}

  /** The queue under test, beside a plain list. */
  private static final class Both {
    private final boolean stamped;
    private final RingMessages messages;
    private final List<Sent> expected = new ArrayList<>();

    Both(boolean stamped) {
      this.stamped = stamped;
      this.messages = new RingMessages(stamped);
    }

    void offer(int number) {
      Sent sent = new Sent(Cells.message(number), 3L * number + 1, 7L * number + 2);
      messages.offer(sent.envelope, sent.order, sent.at);
      expected.add(sent);
    }

    void poll() {
      Sent oldest = expected.isEmpty() ? null : expected.remove(0);
      assertThat(messages.poll()).isSameAs(envelope(oldest));
    }

    void pollOldestEven() {
      Sent oldest =
          expected.stream().filter(sent -> EVEN.test(sent.envelope)).findFirst().orElse(null);
      expected.remove(oldest);
      assertThat(messages.pollOldest(EVEN)).isSameAs(envelope(oldest));
    }

    void looksAsExpected() {
      Sent oldest = expected.isEmpty() ? null : expected.get(0);
      assertThat(messages.size()).isEqualTo(expected.size());
      assertThat(messages.isEmpty()).isEqualTo(expected.isEmpty());
      assertThat(messages.peek()).isSameAs(envelope(oldest));
      boolean known = stamped && oldest != null;
      assertThat(messages.headOrder(OTHERWISE)).isEqualTo(known ? oldest.order : OTHERWISE);
      assertThat(messages.headAt(OTHERWISE)).isEqualTo(known ? oldest.at : OTHERWISE);
    }

    private static @Nullable Envelope envelope(@Nullable Sent sent) {
      return sent == null ? null : sent.envelope;
    }
  }

  @Test
  void withStampsItIsLikeAList() {
    Seeded.cases(50, seeded -> likeAList(seeded, new Both(true)));
  }

  @Test
  void withoutStampsItIsLikeAList() {
    Seeded.cases(50, seeded -> likeAList(seeded, new Both(false)));
  }

  private static void likeAList(Seeded seeded, Both both) {
    for (int i = 0; i < 300; i++) {
      if (seeded.chance(0.55)) {
        both.offer(seeded.between(0, 1000));
      } else if (seeded.chance(0.4)) {
        both.pollOldestEven();
      } else {
        both.poll();
      }
      both.looksAsExpected();
    }
  }

  @Test
  void whenNoneMayBeLostNoneIsTaken() {
    RingMessages messages = new RingMessages(true);
    assertThat(messages.pollOldest(EVEN)).isNull();
    messages.offer(Cells.message(1), 1, 1);
    messages.offer(Cells.message(3), 2, 2);
    assertThat(messages.pollOldest(EVEN)).isNull();
    assertThat(messages.size()).isEqualTo(2);
  }
}
