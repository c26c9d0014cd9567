package dev.interleave.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class RequestsTest {

  record Disk() implements Driver<Disk.Message> {
    public sealed interface Message {}

    public sealed interface Command extends Message {}

    public record Read(long block, ActorRef<String> replyTo) implements Command {
      public Read {
        if (block < 0) {
          throw new IllegalArgumentException("block must be at least 0, not " + block);
        }
        Objects.requireNonNull(replyTo);
      }
    }

    public record ParkArm() implements Message {}

    private record Arrived(Read request) implements Message {}

    @Override
    public Behavior<Message> start(DriverContext<Message> context) {
      return Behaviors.empty();
    }
  }

  private final Requests requests = Requests.of(Disk.class);
  private final Reading reading = new Reading();

  private Optional<Request> request(String name, String settings) {
    var block = reading.text("it " + settings, Map.of()).root().get("it");
    return requests.bind(name, block, "disk", reading.mistakes());
  }

  @Test
  void publicRecordsOfTheProtocolAreRequests() {
    assertThat(requests.type()).isEqualTo(Disk.Message.class);
    assertThat(requests.names()).containsExactly("park-arm", "read");
    assertThat(requests.messages()).contains("arrived");
  }

  @Test
  void aRequestLacksOnlyItsReplyAddress() {
    Request read = request("read", "{ block = 7 }").orElseThrow();
    assertThat(read.answered()).isTrue();
    ActorRef<?> address = ReplyShape.NOBODY;
    assertThat(((Disk.Read) read.template().apply(address)).block()).isEqualTo(7);
    assertThat(((Disk.Read) read.template().apply(address)).replyTo()).isSameAs(address);
  }

  @Test
  void aRequestWithoutAddressCanOnlyBeTold() {
    Request park = request("park-arm", "{}").orElseThrow();
    assertThat(park.answered()).isFalse();
    assertThat(park.template().apply(ReplyShape.NOBODY)).isEqualTo(new Disk.ParkArm());
  }

  @Test
  void anUnknownRequestGetsASuggestionOrWhatThereIs() {
    request("raed", "{}");
    request("draw-a-cow", "{}");
    assertThat(reading.headlines())
        .containsExactly(
            "lab.conf:1: no request 'raed' of disk; did you mean 'read'?",
            "lab.conf:1: no request 'draw-a-cow' of disk (there are: park-arm, read)");
  }

  @Test
  void whatIsPrivateIsNoRequest() {
    request("arrived", "{}");
    assertThat(reading.headlines())
        .containsExactly("lab.conf:1: no request 'arrived' of disk (there are: park-arm, read)");
  }

  @Test
  void settingsOfARequestAreCheckedLikeAnyOthers() {
    request("read", "{ block = -1, blok = 2 }");
    request("read", "{ block = -1 }");
    request("read", "{ block = 1, reply-to = x }");
    assertThat(reading.headlines())
        .containsExactlyInAnyOrder(
            "lab.conf:1: unknown setting 'blok' of read of disk; did you mean 'block'?",
            "lab.conf:1: read of disk: block must be at least 0, not -1",
            "lab.conf:1: unknown setting 'reply-to' of read of disk (there are: block)",
            "lab.conf:1: reply-to of read of disk is the reply address, which is filled in anyway");
  }
}
