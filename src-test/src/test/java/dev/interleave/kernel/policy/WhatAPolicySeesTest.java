package dev.interleave.kernel.policy;

import static dev.interleave.testkit.timeline.Bursts.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.testkit.timeline.Bursts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a policy is told of tasks and of its queue, seen in what policies make of it. */
class WhatAPolicySeesTest {

  /** A task with twice the weight has twice the CPU time. */
  private record Shares() implements Policy {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.by(task.cpu() / task.weight(), task);
    }

    @Override
    public Duration slice(Task task) {
      return Duration.ofMillis(1);
    }
  }

  /** Whose message was served least goes first. */
  private record LeastServedMessage() implements Policy {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.by(task.served(), task);
    }

    @Override
    public Duration slice(Task task) {
      return Duration.ofMillis(1);
    }
  }

  @Test
  void weightAndCpuMakeShares() {
    Bursts bursts = Bursts.on(1, new Shares());
    bursts.burst("a", settings(0, 2, Optional.empty()), 0, 6).burst("b", 0, 3);
    assertThat(bursts.drawn()).isEqualTo("ababaabaa");
  }

  @Test
  void whatWasServedBeginsAnewWithEachMessage() {
    Bursts bursts = Bursts.on(1, new LeastServedMessage());
    bursts.burst("a", 0, 1).burst("b", 1, 3).burst("a", 2, 2);
    assertThat(bursts.drawn()).isEqualTo("ababab");
  }

  @Test
  void whoIsPlacedFirstGoesBeforeAllOthers() {
    Policy lastComeFirstServed = (task, queue) -> queue.first(task);
    Bursts bursts = Bursts.on(1, lastComeFirstServed);
    bursts.burst("a", 0, 2).burst("b", 0, 2).burst("c", 1, 2);
    assertThat(bursts.drawn()).isEqualTo("bbccaa");
  }

  @Test
  void theHeadIsWhoWouldBeTakenNext() {
    List<String> heads = new ArrayList<>();
    Policy watching =
        (task, queue) -> {
          queue.last(task);
          heads.add(Objects.requireNonNull(queue.head()).name());
        };
    Bursts.on(1, watching).burst("a", 0, 5).burst("b", 1, 1).burst("c", 2, 1).drawn();
    assertThat(heads).containsSequence("a", "b", "b");
  }
}
